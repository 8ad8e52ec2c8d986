import type { ShortcutId } from '../../lib/preferences/shortcuts.ts';
import { type MessageKey, words } from '../../lib/wording/words.ts';

const names = {
  palette: 'key_palette',
  next: 'key_next',
  previous: 'key_previous',
  nextRequest: 'key_next_request',
  previousRequest: 'key_previous_request',
  show: 'key_show',
  copyCitation: 'key_copy_citation',
  copyReceipt: 'key_copy_receipt',
  searchAgain: 'key_search_again',
  filter: 'key_filter',
  draft: 'key_draft',
  marks: 'key_marks',
  tabReview: 'key_tab_review',
  tabTimeline: 'key_tab_timeline',
  tabLetter: 'key_tab_letter',
  help: 'key_help',
  nextMark: 'key_next_mark',
  previousMark: 'key_previous_mark',
} as const satisfies Record<ShortcutId, MessageKey>;

/** What a key does, in words. */
export function shortcutName(id: ShortcutId): string {
  return words(names[id]);
}

/** The key as it is shown; Macs name theirs by signs. */
export function shownKey(key: string): string {
  const isMac = typeof navigator !== 'undefined' && /Mac/.test(navigator.platform ?? '');
  return key
    .replace('Ctrl+', isMac ? '⌘ ' : 'Ctrl ')
    .replace('Alt+', isMac ? '⌥ ' : 'Alt ')
    .replace('Shift+', isMac ? '⇧ ' : 'Shift ');
}
