import { browser } from 'wxt/browser';

/**
 * The life of one run of the content script. It stands in for WXT's own class (by an alias in
 * `wxt.config.ts`), which tells older runs to stop by an event on the page's document: every page
 * script could see who we are by it.
 */
export class ContentScriptContext {
  private readonly life = new AbortController();

  /** Ends everything the script has begun. */
  get signal(): AbortSignal {
    return this.life.signal;
  }

  /** The extension was updated, switched off or taken away: no message arrives any more. */
  get isInvalid(): boolean {
    return this.signal.aborted || browser.runtime?.id === undefined;
  }

  end(): void {
    this.life.abort();
  }
}
