/** Whether a key press is this combination: `Alt+J`. By the key's place, since Alt changes letters. */
export function isCombination(event: KeyboardEvent, combination: string): boolean {
  // At every key of the page: nearly all are told apart by this.
  if (event.altKey !== combination.includes('Alt+')) return false;
  const parts = combination.split('+');
  const key = parts.pop() ?? '';
  return (
    event.ctrlKey === parts.includes('Ctrl') &&
    event.shiftKey === parts.includes('Shift') &&
    event.metaKey === parts.includes('Meta') &&
    (event.code === `Key${key.toUpperCase()}` || event.key === key)
  );
}
