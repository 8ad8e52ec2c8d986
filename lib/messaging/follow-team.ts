import { askBackground } from './sending.ts';

/**
 * Tells the background that the network is back, for as long as a page is open: a worker that sleeps
 * hears of it from nobody else.
 */
export function tellWhenOnline(signal: AbortSignal): void {
  addEventListener(
    'online',
    () => void askBackground('teamToBackground', 'teamSync', { occasion: 'online' }),
    { signal },
  );
}
