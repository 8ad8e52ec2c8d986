import { liveQuery, type Subscription } from 'dexie';
import { type LibraryDatabase, openLibrary } from './database.ts';

export interface Watcher<Value> {
  onChange: (value: Value) => void;
  onError: (error: unknown) => void;
}

/**
 * Calls back with what a query finds, now and after every change in any page, until the signal
 * ends it. For pages; a worker may be stopped and must read anew when woken.
 *
 * The query is given an open library and may wait for nothing but its tables: Dexie loses sight of
 * what a query has read once it has awaited another promise.
 */
export function watchLibrary<Value>(
  signal: AbortSignal,
  query: (library: LibraryDatabase) => Promise<Value>,
  { onChange, onError }: Watcher<Value>,
): void {
  let subscription: Subscription | undefined;
  signal.addEventListener('abort', () => subscription?.unsubscribe());
  const watch = () => {
    openLibrary().then((library) => {
      if (signal.aborted) return;
      const live = liveQuery(() => query(library));
      // One that was deleted underneath is opened anew, empty.
      const error = (reason: unknown) => (library.isOpen() ? onError(reason) : watch());
      subscription = live.subscribe({ next: onChange, error });
    }, onError);
  };
  watch();
}
