import nlp from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemToken } from 'wink-nlp';
import {
  type AssertionCase,
  assertTarget,
  axesOf,
  contextCases,
  type NegationRow,
  type NegationScore,
  parseLines,
  scoreNegated,
  scoreNegation,
} from '../language/assertion-scores.ts';
import { goldLines } from '../language/gold-lines.ts';
import { share, type Table } from './table.ts';

const BASELINE = /\b(?:no|not|without|denies|denied|negative for|absence of|never)\b[^.;]*$/i;

/** A negation word before the target, with no full stop or semicolon between. */
function baseline({ sentence, start }: NegationRow): boolean {
  return BASELINE.test(sentence.slice(0, start));
}

const wink = winkNLP(model, ['sbd', 'negation']);

/** wink-nlp: its negation flag on any token of the target. */
function winkNegated({ sentence, start, end }: NegationRow): boolean {
  let at = 0;
  let negated = false;
  wink
    .readDoc(sentence)
    .tokens()
    .each((token: ItemToken) => {
      const from = sentence.indexOf(token.out(), at);
      at = from + token.out().length;
      if (from < end && at > start && token.out(wink.its.negationFlag)) negated = true;
    });
  return negated;
}

/** compromise: a negative word in the clause that holds the target's first word. */
function compromiseNegated({ sentence, start, end }: NegationRow): boolean {
  const target = sentence.slice(start, end).toLowerCase();
  return nlp(sentence)
    .clauses()
    .filter((clause) => clause.text().toLowerCase().includes(target) && clause.has('#Negative'))
    .found;
}

function negationRow(name: string, score: NegationScore, past?: number): string[] {
  return [
    name,
    share(score.negated.f1),
    share(score.hard.f1),
    share(score.hardSpecificity),
    past === undefined ? '-' : share(past),
  ];
}

/** Tables of accuracy; those whose public data is not here are left out with a line. */
export function accuracyTables(negation: string | undefined, context: string | undefined): Table[] {
  const tables = [goldTable()];
  if (context === undefined || negation === undefined) {
    process.stdout.write(
      'public negation and ConText cases: skipped, the shared test data is not here\n',
    );
    return tables;
  }
  const cases = contextCases(context);
  const right = cases.filter(({ wrong }) => wrong.length === 0).length;
  tables.push({
    title: 'Public ConText cases',
    head: ['cases', 'right'],
    rows: [[String(cases.length), String(right)]],
  });
  const rows = parseLines<NegationRow>(negation);
  const own = scoreNegation(negation);
  tables.push({
    title: `Public negation sentences (${rows.length}; hard: a cue outside the target)`,
    head: ['reader', 'F1 negated', 'F1 negated, hard', 'specificity, hard', 'F1 past'],
    rows: [
      negationRow('Caseglass', own, own.past.f1),
      negationRow('one-line baseline', scoreNegated(rows, baseline)),
      negationRow('wink-nlp', scoreNegated(rows, winkNegated)),
      negationRow('compromise', scoreNegated(rows, compromiseNegated)),
    ],
  });
  return tables;
}

/** Our own sentences: all four axes right. */
function goldTable(): Table {
  const gold = goldLines<AssertionCase>('assertion.jsonl');
  const byPhenomenon = Map.groupBy(gold, ({ phenomenon }) => phenomenon);
  const rows = [...byPhenomenon].map(([phenomenon, cases]) => [
    phenomenon,
    String(cases.length),
    String(cases.filter(isRight).length),
  ]);
  return {
    title: 'Our own sentences (seen while the cues were written)',
    head: ['phenomenon', 'sentences', 'right'],
    rows: [...rows, ['all', String(gold.length), String(gold.filter(isRight).length)]],
  };
}

function isRight({ sentence, target, presence, time, subject, voice }: AssertionCase): boolean {
  const read = axesOf(assertTarget(sentence, target));
  return (
    read.presence === presence &&
    read.time === time &&
    read.subject === subject &&
    read.voice === voice
  );
}
