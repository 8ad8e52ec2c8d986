import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * A click on a quote does what its "show" does, unless words were selected in it. A convenience of
 * the mouse: by keyboard the button is reached itself.
 */
export function useQuoteClicks(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const panel = root.current;
    if (panel === null) return;
    const click = ({ target }: MouseEvent) => {
      if (!(target instanceof Element) || getSelection()?.isCollapsed === false) return;
      const article = target.closest('.rec')?.closest('[data-evidence]');
      article?.querySelector<HTMLElement>('[data-show]')?.click();
    };
    panel.addEventListener('click', click);
    return () => panel.removeEventListener('click', click);
  }, [root]);
}
