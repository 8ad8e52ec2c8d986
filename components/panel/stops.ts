/** Things that `J` and `K` go to, in the order they stand. */
const stop = '[data-stop]';

/** Puts the focus on the next or previous stop. */
export function stepFocus(root: HTMLElement, by: 1 | -1): void {
  const stops = [...root.querySelectorAll<HTMLElement>(stop)];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = at === -1 ? (by === 1 ? 0 : stops.length - 1) : at + by;
  stops[next]?.focus();
}

/** Puts the focus on a stop by name, and what belongs to it in sight. */
export function focusStop(root: HTMLElement, name: string): void {
  const found = root.querySelector<HTMLElement>(`[data-stop="${CSS.escape(name)}"]`);
  if (found === null) return;
  found.focus({ preventScroll: true });
  const opened = found.closest('.crit-open');
  if (opened === null) found.scrollIntoView({ block: 'nearest' });
  else opened.scrollIntoView({ block: 'start' });
}

/** Presses a button inside what is open, as its key does. */
export function press(root: HTMLElement, selector: string): void {
  root.querySelector<HTMLElement>(`.crit-open ${selector}`)?.click();
}

/** Presses the show buttons of what is open one after the other. */
export function showNext(root: HTMLElement): void {
  const buttons = [...root.querySelectorAll<HTMLElement>('.crit-open [data-show]')];
  const at = buttons.findIndex((button) => button.dataset.shown === 'true');
  buttons[at]?.removeAttribute('data-shown');
  const next = buttons[(at + 1) % buttons.length];
  next?.setAttribute('data-shown', 'true');
  next?.click();
}
