/** Puts words on the clipboard; false when the browser does not let us. */
export async function copyWords(words: string): Promise<boolean> {
  // Pages without encryption have no `navigator.clipboard`.
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(words);
      return true;
    } catch {
      // A frame may be refused it by its page; the older way is not.
    }
  }
  return copyByCommand(words);
}

function copyByCommand(words: string): boolean {
  const ended = new AbortController();
  window.addEventListener(
    'copy',
    (event) => {
      event.clipboardData?.setData('text/plain', words);
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true, signal: ended.signal },
  );
  const copied = document.execCommand('copy');
  ended.abort();
  return copied;
}
