import type { DrugEntry } from '../language/drug.ts';
import type { Mention } from '../language/mention.ts';
import { latestDay } from '../language/values/calendar.ts';
import type { CaseIndex, IndexedDocument } from './evidence/case-index.ts';
import { dateOf } from './evidence/dates.ts';
import type { FoundRequest } from './requests/found-request.ts';

/** A medicine the patient takes, as far as the record says. */
export interface MedicineInUse {
  drug: DrugEntry;
  /** Named among earlier treatments, without a word on whether it is still taken. */
  unsure: boolean;
  document: IndexedDocument;
  /** The statement that decides. */
  mention: Mention;
}

/** What one statement says: taken, stopped, or named among earlier care. */
type Status = 'taken' | 'stopped' | 'earlier';

interface Statement {
  document: IndexedDocument;
  mention: Mention;
  status: Status;
  day: number;
}

/**
 * The medicines in use: the newest statement on each drug decides, by date where dates are known,
 * else by place in the text. What is asked for counts as taken.
 */
export function medicinesInUse(
  index: CaseIndex,
  requests: readonly FoundRequest[],
): MedicineInUse[] {
  const asked = new Set(requests.flatMap(({ drug }) => drug?.id ?? []));
  const byDrug = new Map<string, Statement[]>();
  for (const document of index.documents) {
    for (const mention of document.reading.mentions) {
      if (!mention.concept.startsWith('drug:')) continue;
      const status = statusOf(mention);
      if (!status) continue;
      const id = mention.concept.slice('drug:'.length);
      const date = dateOf(document, mention);
      const day = date ? latestDay(date) : Number.NEGATIVE_INFINITY;
      const others = byDrug.get(id);
      const statement = { document, mention, status, day };
      if (others) others.push(statement);
      else byDrug.set(id, [statement]);
    }
  }
  return [...byDrug].flatMap(([id, statements]) => {
    const drug = index.rulebook.drugs.get(id);
    const decisive = decide(statements, asked.has(id));
    if (!drug || !decisive || decisive.status === 'stopped') return [];
    const { document, mention, status } = decisive;
    return [{ drug, unsure: status === 'earlier', document, mention }];
  });
}

function decide(statements: readonly Statement[], asked: boolean): Statement | undefined {
  const taken = newest(statements.filter(({ status }) => status === 'taken'));
  const stopped = newest(statements.filter(({ status }) => status === 'stopped'));
  if (asked) return taken ?? newest(statements.map((each) => ({ ...each, status: 'taken' })));
  if (taken && stopped) return isLater(stopped, taken) ? stopped : taken;
  return taken ?? stopped ?? newest(statements);
}

function newest(statements: readonly Statement[]): Statement | undefined {
  return statements.reduce<Statement | undefined>(
    (best, statement) => (best === undefined || isLater(statement, best) ? statement : best),
    undefined,
  );
}

function isLater(a: Statement, b: Statement): boolean {
  if (Number.isFinite(a.day) && Number.isFinite(b.day) && a.day !== b.day) return a.day > b.day;
  return a.document === b.document && a.mention.start > b.mention.start;
}

/** What a mention says of the use of a drug; undefined where it says nothing. */
function statusOf({ assertion }: Mention): Status | undefined {
  const { presence, time, subject, voice, because } = assertion;
  if (subject === 'other' || voice === 'guideline' || presence === 'conditional') return undefined;
  if (presence === 'negated') return 'stopped';
  if (presence === 'possible') return undefined;
  if (time !== 'past') return 'taken';
  // "stopped", "d/c'd" beside the drug; a section of earlier care does not say that it ended
  const byWords = because.some(({ axis, by }) => axis === 'time' && by === 'cue');
  return byWords ? 'stopped' : 'earlier';
}
