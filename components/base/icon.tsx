/** Line icons of controls. A control names itself; its icon is for the eye only. */
const paths = {
  right: 'm6 3.5 4.5 4.5L6 12.5',
  left: 'M10 3.5 5.5 8l4.5 4.5',
  up: 'M3.5 10 8 5.5l4.5 4.5',
  down: 'M3.5 6 8 10.5 12.5 6',
  previous: 'M8 13V3.5M4.5 7 8 3.5 11.5 7',
  next: 'M8 3v9.5M4.5 9 8 12.5 11.5 9',
  close: 'm4 4 8 8M12 4l-8 8',
  settings:
    'M2 4.5h6m4.5 0H14M2 11.5h2m4.5 0H14M10.2 2.7a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6M6.2 9.7a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6',
  clock: 'M8 1.7a6.3 6.3 0 1 1 0 12.6A6.3 6.3 0 0 1 8 1.7M8 4.500V8l2.5 1.5',
  shield: 'M8 1.5 13.5 3.5v4.2c0 3.4-2.3 5.7-5.5 6.8-3.2-1.1-5.5-3.4-5.5-6.8V3.5ZM8 5v3.5M8 11h.01',
  lock: 'M3 8a1 1 0 0 1 1-1h8a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1zM5.2 7V5a2.8 2.8 0 0 1 5.6 0v2',
  again: 'M13.5 3v3.5H10M13.3 6.5A5.6 5.6 0 1 0 13.6 9',
  eye: 'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8ZM8 6.1a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8',
  'eye-off': 'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8ZM3 13 13 3',
  search: 'M7 2.500a4.500 4.500 0 1 1 0 9 4.500 4.500 0 0 1 0-9M10.300 10.300 14 14',
  check: 'm3 8.5 3.5 3.5L13 4.5',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, small = false }: { name: IconName; small?: boolean }) {
  return (
    <svg class={small ? 'ico small' : 'ico'} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
