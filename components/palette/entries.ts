import type { Passage } from '../../lib/case/passage.ts';
import type { CaseState } from '../../lib/messaging/active-review.ts';
import type { Evidence, Verdict } from '../../lib/review/review.ts';
import type { FoundSnippet } from '../../lib/snippets/search.ts';
import { type MessageKey, worded, words } from '../../lib/wording/words.ts';
import { verdictName } from '../base/verdicts.ts';
import { checkName } from '../letter-check/check-names.ts';
import type { CheckedText } from '../letter-check/letter-desk.ts';
import { remarkId } from '../letter-check/letter-findings.tsx';
import type { Actions } from '../panel/actions.ts';
import type { Place } from '../panel/place.ts';
import { referenceOf } from '../snippets/snippet-text.ts';
import type { Searchable } from './score.ts';

export type EntryGroup =
  | 'requests'
  | 'criteria'
  | 'findings'
  | 'letter'
  | 'passages'
  | 'snippets'
  | 'documents'
  | 'commands'
  | 'text';

/** Something the palette can go to or do. */
export interface Entry extends Searchable {
  id: string;
  group: EntryGroup;
  verdict?: Verdict;
  /** The record's own words. */
  quoted?: true;
  run: () => void;
}

interface Options {
  current: CaseState | null;
  /** What was written and checked of the case. */
  checked: readonly CheckedText[];
  go: (to: Partial<Place>) => void;
  actions: Actions;
  onShow: (passage: Passage) => void;
  onHelp: () => void;
}

/** Everything of a case that can be gone to, and every command. */
export function paletteEntries(options: Options): Entry[] {
  const { current } = options;
  return [
    ...(current === null
      ? []
      : [
          ...reviewEntries(current, options),
          ...remarkEntries(options),
          ...documentEntries(current, options),
        ]),
    ...commandEntries(options),
  ];
}

function reviewEntries({ review }: CaseState, { go, onShow }: Options): Entry[] {
  if (review === null) return [];
  const passages = new Map<string, Entry>();
  const addPassages = (of: string, evidence: readonly Evidence[]) => {
    for (const { document, start, end, quote } of evidence) {
      const id = `passage ${document}:${start}:${end}`;
      if (passages.has(id)) continue;
      const run = () => onShow({ document, start, end });
      passages.set(id, { id, group: 'passages', title: quote, detail: of, quoted: true, run });
    }
  };
  const requests: Entry[] = [];
  const criteria: Entry[] = [];
  for (const request of review.requests) {
    const open = (to: string | null) => go({ view: 'request', request: request.id, open: to });
    requests.push({
      id: `request ${request.id}`,
      group: 'requests',
      title: request.label,
      detail: '',
      run: () => open(null),
    });
    for (const criterion of request.criteria) {
      const { id, name, verdict, question } = criterion;
      criteria.push({
        id: `criterion ${request.id} ${id}`,
        group: 'criteria',
        title: name,
        detail: `${request.label} · ${verdictName(verdict)} · ${question}`,
        verdict,
        run: () => open(id),
      });
      addPassages(name, criterion.evidence);
    }
  }
  const findings = [...review.safety, ...review.rfa].map((finding): Entry => {
    const reason = worded(finding.reason);
    addPassages(reason, finding.evidence);
    return {
      id: `finding ${finding.id}`,
      group: 'findings',
      title: reason,
      detail: '',
      run: () => go({ view: 'overview', request: null, open: finding.id }),
    };
  });
  return [...requests, ...criteria, ...findings, ...passages.values()];
}

function remarkEntries({ checked, go }: Options): Entry[] {
  return checked.flatMap(({ draftOn, findings }) =>
    findings.map((finding) => ({
      id: `remark ${draftOn} ${remarkId(finding)}`,
      group: 'letter' as const,
      title: worded(finding.reason),
      detail: checkName(finding.id),
      run: () =>
        go({
          view: draftOn === null ? 'letter' : 'composer',
          request: draftOn,
          open: remarkId(finding),
        }),
    })),
  );
}

/** Snippets that were found, in their order. */
export function snippetEntries(
  found: readonly FoundSnippet[],
  onOpen: (found: FoundSnippet) => void,
): Entry[] {
  return found.map((each) => ({
    id: `snippet ${each.key}`,
    group: 'snippets',
    title: each.snippet.title,
    detail: referenceOf(each.snippet) ?? '',
    run: () => onOpen(each),
  }));
}

function documentEntries({ documents }: CaseState, { go, onShow }: Options): Entry[] {
  return documents.map(({ id, name, host, where }) => ({
    id: `document ${id}`,
    group: 'documents',
    title: name,
    detail: host,
    run: () =>
      where === 'closed'
        ? go({ view: 'coverage', open: null })
        : onShow({ document: id, start: 0, end: 1 }),
  }));
}

function commandEntries({ current, go, actions, onHelp }: Options): Entry[] {
  const command = (name: MessageKey, run: () => void, about = ''): Entry => ({
    id: `command ${name} ${about}`,
    group: 'commands',
    title: words(name, about),
    detail: '',
    run,
  });
  const views =
    current?.review == null
      ? []
      : [
          command('command_review', () => go({ view: 'overview', request: null, open: null })),
          command('command_timeline', () => go({ view: 'timeline', request: null, open: null })),
          command('command_letter', () => go({ view: 'letter', request: null, open: null })),
          ...current.review.requests.map(({ id, label }) =>
            command(
              'command_draft',
              () => go({ view: 'composer', request: id, open: null }),
              label,
            ),
          ),
          command('command_coverage', () => go({ view: 'coverage', open: null })),
        ];
  const marks =
    current === null
      ? []
      : [
          command(current.marksOn ? 'command_marks_off' : 'command_marks_on', () =>
            actions.setMarks(!current.marksOn),
          ),
          command('command_reader', () => actions.openReader(null)),
        ];
  return [
    ...views,
    ...marks,
    command('command_options', () => actions.openOptions()),
    command('command_keys', onHelp),
  ];
}
