import { z } from 'zod';

/**
 * The keys of panel and page, by what they do. A single key works in the panel outside of fields; a
 * combination anywhere. `Ctrl` is the command key on a Mac too. Null is switched off.
 */
export const defaultShortcuts = {
  palette: 'Ctrl+K',
  next: 'J',
  previous: 'K',
  nextRequest: ']',
  previousRequest: '[',
  show: 'S',
  copyCitation: 'C',
  copyReceipt: 'R',
  searchAgain: '/',
  filter: 'F',
  draft: 'D',
  marks: 'M',
  tabReview: '1',
  tabTimeline: '2',
  tabLetter: '3',
  help: '?',
  nextMark: 'Alt+J',
  previousMark: 'Alt+K',
} as const;

export type ShortcutId = keyof typeof defaultShortcuts;

export const shortcutIds = Object.keys(defaultShortcuts) as ShortcutId[];

/** `J`, `?`, `Alt+J`, `Ctrl+Alt+Shift+K`: Shift stands only with another, it changes single keys. */
const WRITTEN = /^(?:(?:Ctrl\+(?:Alt\+)?|Alt\+)(?:Shift\+)?)?\S$/u;

/** They work in fields, or in a portal's page: a single key would be typed there. */
const COMBINATIONS_ONLY: readonly ShortcutId[] = ['palette', 'nextMark', 'previousMark'];

/** Combinations that browsers keep for themselves. */
const OF_THE_BROWSER = [
  'Ctrl+N',
  'Ctrl+T',
  'Ctrl+W',
  'Ctrl+Shift+N',
  'Ctrl+Shift+T',
  'Ctrl+Shift+W',
];

export type Shortcuts = { [Id in ShortcutId]: string | null };

/** What is wrong with a key for an action, or undefined: `conflict` names the other action. */
export type ShortcutFault =
  | { kind: 'not-a-key' }
  | { kind: 'single-key' }
  | { kind: 'of-the-browser' }
  | { kind: 'conflict'; with: ShortcutId };

export function shortcutFault(
  id: ShortcutId,
  key: string | null,
  shortcuts: Shortcuts,
): ShortcutFault | undefined {
  if (key === null) return undefined;
  if (!WRITTEN.test(key)) return { kind: 'not-a-key' };
  if (COMBINATIONS_ONLY.includes(id) && !key.includes('+')) return { kind: 'single-key' };
  if (OF_THE_BROWSER.includes(key)) return { kind: 'of-the-browser' };
  const other = shortcutIds.find((each) => each !== id && shortcuts[each] === key);
  return other && { kind: 'conflict', with: other };
}

const key = (id: ShortcutId) => z.string().nullable().default(defaultShortcuts[id]);

/** Every key as it is written, and no two alike. */
export const shortcutsSchema = z
  .strictObject(
    Object.fromEntries(shortcutIds.map((id) => [id, key(id)])) as Record<
      ShortcutId,
      ReturnType<typeof key>
    >,
  )
  .superRefine((shortcuts, context) => {
    for (const id of shortcutIds) {
      const fault = shortcutFault(id, shortcuts[id], shortcuts);
      if (fault) context.addIssue({ code: 'custom', path: [id], message: fault.kind });
    }
  });

interface Press {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** The key or combination that was pressed, as shortcuts are written; null for Shift and the like. */
export function writtenKey(press: Press): string | null {
  const { ctrlKey, metaKey, altKey, shiftKey, code } = press;
  const control = ctrlKey || metaKey;
  // Alt changes letters, so combinations go by the key's place.
  const place = /^(?:Key|Digit)(.)$/.exec(code)?.[1];
  const name = (control || altKey ? place : undefined) ?? press.key;
  if ([...name].length !== 1 || name.trim() === '') return null;
  const held = [control && 'Ctrl', altKey && 'Alt', (control || altKey) && shiftKey && 'Shift'];
  return [...held.filter((one) => one !== false), name.toUpperCase()].join('+');
}

/** The page's keys; null unless both are set, since one without the other leads nowhere. */
export function markKeysOf({
  nextMark,
  previousMark,
}: Shortcuts): { next: string; previous: string } | null {
  return nextMark === null || previousMark === null
    ? null
    : { next: nextMark, previous: previousMark };
}
