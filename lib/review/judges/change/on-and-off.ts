import type { Settings } from '../../../guidelines/judge-use.ts';
import type { Mention } from '../../../language/mention.ts';
import { type MessageKey, say } from '../../../saying/said.ts';
import { conceptsOf, groupBy, type IndexedDocument } from '../../evidence/case-index.ts';
import { dateOf } from '../../evidence/dates.ts';
import { drugsIn, isAbout } from '../../evidence/drug-subject.ts';
import { subjectTest } from '../../evidence/match-rule.ts';
import { evidenceAt } from '../../evidence/passage.ts';
import { type Span, shares } from '../../evidence/scopes.ts';
import { isToldByOther } from '../../evidence/speaker.ts';
import type { Evidence, EvidenceRole } from '../../review.ts';
import { type Judge, NOTHING } from '../judge.ts';
import { partsOf } from '../sentence-parts.ts';
import { type Amount, amountsAlike, amountsUnderLabel, LEAST_GAIN } from './amounts.ts';

const MOST_PIECES = 12;
/** Letters between a number without its unit and the words that it belongs to. */
const BESIDE = 12;

type State = 'on' | 'off';
type Kind = 'on' | 'off' | 'able' | 'poor' | 'bad' | 'hardly' | 'now' | 'wished' | 'alike';

const TELLING = ['able', 'poor', 'bad', 'hardly', 'now', 'wished', 'alike'] as const;

/** A part of a sentence with what it says, and whether with or without the medicine. */
interface Part extends Span {
  state: State | undefined;
  says: ReadonlyMap<Kind, Mention>;
}

/**
 * What somebody does with a medicine against without it, told part by part: "before it he was in the
 * recliner; now he walks to the mailbox". Something done with it is a gain, poor function with it is
 * none; poor function without it is what it saves from. What is still not possible beside what is done
 * with it is shown, and no more.
 */
export const judgeOnAndOff: Judge<Settings<'on-and-off'>> = (settings, context) => {
  const { index, request } = context;
  const mayBe = settings.about && subjectTest(settings.about, index, request);
  const of = settings.of && new Set(conceptsOf(settings.of, index.rulebook, request));
  const isMeant = (document: IndexedDocument, place: Mention) =>
    (!mayBe || mayBe(document, place)) && (!of || isAbout(document, place, of));
  const kinds = new Map<string, Kind>();
  for (const kind of [...TELLING, 'on', 'off'] as const) {
    for (const concept of conceptsOf(settings[kind], index.rulebook, request)) {
      // "without it" may hold "with it"
      if (!kinds.has(concept)) kinds.set(concept, kind);
    }
  }
  const own = new Set(conceptsOf(settings.of ?? settings.about ?? [], index.rulebook, request));
  const evidence: Evidence[] = [];
  for (const document of index.documents) {
    const named = document.reading.mentions
      .among([...kinds.keys()])
      .filter(
        (mention) => isTold(mention) && !(isOfDeed(kinds, mention) && isAsked(document, mention)),
      );
    const bySentence = [...groupBy(named, ({ sentence }) => sentence)].sort(([a], [b]) => a - b);
    let before: Told | undefined;
    for (const [sentence, mentions] of bySentence) {
      if (evidence.length >= MOST_PIECES) break;
      const [first] = mentions;
      const isSameTale = (told: Told) =>
        told.sentence === sentence - 1 &&
        first !== undefined &&
        !isToldByOther(document, told.anchor, first) &&
        isOfOneDay(document, told.anchor, first);
      const earlier = before && isSameTale(before) ? before : undefined;
      const told = tell(document, sentence, mentions, kinds, earlier, (part) =>
        isOfOthers(document, part, own),
      );
      before = told;
      if (
        told &&
        (told.ons.length + told.offs.length > 0 ? isMeant(document, told.anchor) : earlier)
      ) {
        evidence.push(...answers(document, told));
      }
    }
  }
  return evidence.length > 0 ? { evidence } : NOTHING;
};

/** "Taking Flexeril and naproxen; naproxen gets him to work": a part that another drug is the subject of. */
function isOfOthers(document: IndexedDocument, part: Span, own: ReadonlySet<string>): boolean {
  const named = drugsIn(document, part);
  return named.length > 0 && !named.some(({ concept }) => own.has(concept));
}

/** What somebody does or cannot do, against words of the medicine and of time. */
function isOfDeed(kinds: ReadonlyMap<string, Kind>, { concept }: Mention): boolean {
  const kind = kinds.get(concept);
  return kind === 'able' || kind === 'poor' || kind === 'bad';
}

/** "What can you do on it that you cannot do off it? Nothing": what is asked, and not answered or denied. */
function isAsked({ reading }: IndexedDocument, { end, sentence }: Mention): boolean {
  const own = reading.sentences[sentence];
  const at = own ? reading.text.slice(end, own.end).indexOf('?') : -1;
  if (at < 0) return false;
  const [answer = ''] = reading.text.slice(end + at + 1, end + at + LONGEST_ANSWER).split('\n');
  return NO_ANSWER.test(answer);
}

const LONGEST_ANSWER = 40;
const NO_ANSWER = /^[\W_]*(?:A\b\W*)?(?:[\W_]*$|(?:nothing|none|no|not|never|can['’]?t)\b)/i;

/** What is told at another visit is no part of the same tale. */
function isOfOneDay(document: IndexedDocument, one: Mention, other: Mention): boolean {
  const [first, second] = [one, other].map((mention) => dateOf(document, mention));
  return (
    first === second ||
    (first?.year === second?.year && first?.month === second?.month && first?.day === second?.day)
  );
}

/** Sentences that say so of the patient: no plan, no rule, nobody else. */
function isTold({ assertion }: Mention): boolean {
  const { voice, time, presence } = assertion;
  return voice === 'record' && time !== 'planned' && presence !== 'possible';
}

/** What a brother does on the same medicine is no gain of the patient's; what he does for him is poor function. */
function isOfPatient({ presence, subject }: Mention['assertion']): boolean {
  return presence === 'affirmed' && subject === 'patient';
}

/** A sentence read in its parts. */
interface Told {
  sentence: number;
  parts: Part[];
  /** Where it says itself that it is with the medicine, and without. */
  ons: readonly Mention[];
  offs: readonly Mention[];
  /** The mention that speaks of the medicine, else the first. */
  anchor: Mention;
  /** Follows what is done with the medicine, or goes on about it. */
  follows: Told | undefined;
}

function tell(
  document: IndexedDocument,
  sentence: number,
  mentions: readonly Mention[],
  kinds: ReadonlyMap<string, Kind>,
  earlier: Told | undefined,
  isOther: (part: Span) => boolean,
): Told | undefined {
  const { sentences, text } = document.reading;
  const own = sentences[sentence];
  const [first] = mentions;
  if (!own || !first) return undefined;
  const of = (kind: Kind) => mentions.filter(({ concept }) => kinds.get(concept) === kind);
  const named = of('off');
  const ons = of('on').filter((on) => !named.some((off) => shares(on, off)));
  // "walks to the mailbox, otherwise recliner": without it only where with it was told
  const isContrasted = ons.length > 0 || earlier?.parts.some(({ state }) => state === 'on');
  const offs = isContrasted ? named : named.filter((off) => !isOtherwise(text, off));
  const anchor = ons[0] ?? offs[0] ?? first;
  const isSilent = ons.length + offs.length === 0 && !earlier?.parts.some(({ state }) => state);
  // neither it nor the sentence before speaks of the medicine: its parts would say nothing of that
  if (isSilent && !mentions.some(({ concept }) => kinds.get(concept) === 'alike'))
    return { sentence, parts: [], ons, offs, anchor, follows: earlier };
  const telling = TELLING.map((kind) => [kind, of(kind)] as const);
  const found = [...telling, ['on', ons] as const, ['off', offs] as const].filter(
    ([, named]) => named.length > 0,
  );
  const parts = partsOf(text, own, [...ons, ...offs])
    .map((span): Part => {
      const says = new Map<Kind, Mention>();
      const { length: then } = BYGONE.exec(text.slice(span.start, span.end))?.[0] ?? '';
      for (const [kind, named] of found) {
        const inside = named.find(
          ({ start, end, assertion }) =>
            start < span.end &&
            span.start < end &&
            (kind !== 'able' ||
              (isOfPatient(assertion) && !(then > 0 && start >= span.start + then))),
        );
        if (inside) says.set(kind, inside);
      }
      const state = says.has('off') ? 'off' : says.has('on') ? 'on' : undefined;
      return { ...span, says, state: says.has('off') && says.has('on') ? undefined : state };
    })
    .filter((part) => part.state !== undefined || !isOther(part));
  spread(parts, earlier?.parts.at(-1)?.state);
  return { sentence, parts, ons, offs, anchor, follows: earlier };
}

/** "Used to mow on it": what was done, and is no more. */
const BYGONE = /^.*?\bused to\b(?! (?:not|be unable))/i;

/** A word for without it that says so of other things too. */
function isOtherwise(text: string, { start, end }: Span): boolean {
  return /^otherwise$/i.test(text.slice(start, end));
}

/** A part without a state of its own goes on with that before it, else with that behind it. */
function spread(parts: Part[], earlier: State | undefined): void {
  let last: State | undefined;
  for (const part of parts) {
    // "could not dress himself. He now drives": with it, where the words before were without
    if (part.state === undefined && part.says.has('now') && (last ?? earlier) === 'off') {
      part.state = 'on';
    }
    part.state ??= last;
    last = part.state;
  }
  const first = parts.find(({ state }) => state !== undefined);
  for (const part of parts) {
    if (part.state !== undefined || !first) continue;
    // "cooks and drives, none of which he managed the week he was out"
    const isContrast = first.state === 'off' && part.says.has('able') && !part.says.has('poor');
    const isPoor = first.says.has('poor') || first.says.has('bad');
    part.state = isContrast ? (isPoor ? 'on' : undefined) : first.state;
  }
}

function answers(document: IndexedDocument, told: Told): Evidence[] {
  const { parts, sentence, follows } = told;
  if (parts.some(({ says }) => says.has('wished'))) return [];
  const measured = byAmounts(document, told);
  if (measured) return [measured];
  const piece = (part: Part, mention: Mention, role: EvidenceRole, why: MessageKey) => {
    const start = Math.min(part.start, mention.start);
    const end = Math.max(part.end, mention.end);
    return evidenceAt(document, { start, end, sentence }, role, say(why));
  };
  const isAble = ({ says }: Part) => says.has('able') && !says.has('poor') && !says.has('hardly');
  const isPoor = ({ says }: Part) => says.has('poor') || (says.has('able') && says.has('hardly'));
  const done = parts.find((part) => part.state === 'on' && isAble(part));
  const withIt = done ?? follows?.parts.find((part) => part.state === 'on' && isAble(part));
  const alike = parts.find(({ says }) => says.has('alike'));
  return parts.flatMap((part): Evidence[] => {
    const poor = part.says.get('poor') ?? part.says.get('able');
    const able = part.says.get('able');
    if (alike) {
      const both = isPoor(part) && poor;
      return both ? [piece(part, both, 'opposes', 'why_with_or_without')] : [];
    }
    if (part.state === 'on' && isAble(part) && able) {
      return [piece(part, able, 'supports', 'why_done_with')];
    }
    const bad = poor ?? part.says.get('bad');
    if (part.state === 'off' && bad && (isPoor(part) || part.says.has('bad'))) {
      return [piece(part, bad, 'supports', 'why_how_without')];
    }
    if (!isPoor(part) || !poor || part.state === 'off') return [];
    // a later sentence that speaks of the medicine itself tells of it anew
    const isOver = part.state === 'on' && done !== undefined && opensNow(part) && !opensNow(done);
    if (!isOver && (done || (withIt && told.ons.length === 0))) {
      return [piece(part, poor, 'history', 'why_poor_beside')];
    }
    return part.state === 'on' ? [piece(part, poor, 'opposes', 'why_poor_with')] : [];
  });
}

/** "In March he cooked with it; now he cannot": the words of now begin the part. */
function opensNow({ start, says }: Part): boolean {
  const now = says.get('now');
  return now !== undefined && now.start - start <= LONGEST_LEAD;
}

const LONGEST_LEAD = 8;

const OF_PAIN = /\b(?:pain|pn|burning|aches?|LBP|scores?|VAS|out of (?:10|ten))\b|\/10\b/i;

/** Letters between two places. */
function gap(one: Span, other: Span): number {
  return Math.max(one.start - other.end, other.start - one.end, 0);
}

/** "Stands 30 min with it, 10 without". */
function byAmounts({ reading, ...document }: IndexedDocument, told: Told): Evidence | undefined {
  const { sentence } = told;
  const own = reading.sentences[sentence];
  const [off] = told.offs;
  const nearestOn = off && told.ons.toSorted((one, other) => gap(one, off) - gap(other, off))[0];
  // "four hours before it, four hours now"
  const on = nearestOn ?? told.parts.flatMap(({ says }) => says.get('now') ?? [])[0];
  if (!own || !on || !off) return undefined;
  const words = reading.text.slice(own.start, own.end);
  const place = ({ start, end }: Span) => ({ start: start - own.start, end: end - own.start });
  const cues = [...told.ons, ...told.offs].map(place);
  // "takes one" names a tablet, "pain 8 without" a score
  const alike = amountsAlike(words);
  const amounts = (alike.length > 0 ? alike : amountsUnderLabel(words)).filter(
    (amount) => !amount.bare || !(OF_PAIN.test(words) || cues.some((cue) => shares(amount, cue))),
  );
  const managed = nearest(amounts, place(on), place(off));
  const otherwise = nearest(amounts, place(off), place(on));
  if (!managed || !otherwise) return undefined;
  const gain = managed.amount >= otherwise.amount * LEAST_GAIN;
  if (!gain && managed.amount > otherwise.amount) return undefined;
  const why = say(gain ? 'why_more_with' : 'why_no_more_with');
  return evidenceAt(
    { reading, ...document },
    { ...own, sentence },
    gain ? 'supports' : 'opposes',
    why,
  );
}

/** The amount that stands nearer to one place than to the other. */
function nearest(amounts: readonly Amount[], to: Span, from: Span): Amount | undefined {
  return amounts
    .filter((amount) => gap(amount, to) < gap(amount, from))
    .filter((amount) => !amount.bare || gap(amount, to) <= BESIDE)
    .sort((one, other) => gap(one, to) - gap(other, to))[0];
}
