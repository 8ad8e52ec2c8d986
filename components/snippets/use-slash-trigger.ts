import { useCallback, useState } from 'preact/hooks';

/** What was typed behind a slash, and where it stands in the field (UTF-16, end exclusive). */
export interface SlashQuery {
  query: string;
  start: number;
  end: number;
}

export interface SlashTrigger {
  /** Null while no slash calls for snippets. */
  asked: SlashQuery | null;
  /** To be called when the field's text or caret has changed. */
  onField: (field: { value: string; selectionStart: number | null }) => void;
  close: () => void;
}

const longest = 60;

/**
 * Tells when `/` at the start of a line or behind a space calls for snippets, and what is searched:
 * the words up to the caret. "and/or", dates and a slash followed by a space do not call.
 */
export function useSlashTrigger(): SlashTrigger {
  const [asked, setAsked] = useState<SlashQuery | null>(null);
  /** Where a slash was waved away: it does not call again. */
  const [closed, setClosed] = useState<number | null>(null);
  return {
    asked: asked !== null && asked.start === closed ? null : asked,
    onField: useCallback(({ value, selectionStart }) => {
      const now = selectionStart === null ? null : slashBefore(value, selectionStart);
      setAsked(now);
      if (now === null) setClosed(null);
    }, []),
    close: () => setClosed(asked?.start ?? null),
  };
}

/** The slash that calls, if any, with the words between it and the caret. */
export function slashBefore(value: string, caret: number): SlashQuery | null {
  const line = value.slice(Math.max(0, caret - longest), caret);
  const match = /(?:^|\s)\/(?!\s)([^/\n]*)$/.exec(line);
  if (match === null) return null;
  const query = match[1] ?? '';
  return { query, start: caret - query.length - 1, end: caret };
}
