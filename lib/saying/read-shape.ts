import type { z } from 'zod';
import { isReasonName, type ReasonName, type Said, say } from './said.ts';

/** What is wrong with the shape of a value, and where in it. */
export interface ShapeFault {
  path: (string | number)[];
  reason: Said;
}

/**
 * Checks a value of whatever origin. What is wrong is told by kind, never in the words of the
 * schema library, so that it can be said in the reader's language.
 */
export function readShape<Value>(
  schema: z.ZodType<Value>,
  value: unknown,
): { value: Value; faults: [] } | { value: null; faults: ShapeFault[] } {
  // What is missing is told from what is of another kind by what was there.
  const read = schema.safeParse(value, { reportInput: true });
  if (read.success) return { value: read.data, faults: [] };
  const faults = read.error.issues.flatMap(closest).map((issue) => ({
    path: issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
    reason: reasonOf(issue),
  }));
  return { value: null, faults };
}

type Issue = z.core.$ZodIssue;

/**
 * What to say of an issue: where several forms are allowed, what is wrong with the one that was
 * most likely meant, the one that was followed furthest; of unknown names, each at its own place.
 */
function closest(issue: Issue): Issue[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ ...issue, keys: [key], path: [...issue.path, key] }));
  }
  if (issue.code !== 'invalid_union') return [issue];
  const depth = (issues: readonly Issue[]) =>
    Math.max(
      0,
      ...issues.map(({ path, code }) => path.length + (code === 'unrecognized_keys' ? 1 : 0)),
    );
  const meant = issue.errors.toSorted((a, b) => depth(b) - depth(a))[0];
  if (meant === undefined || depth(meant) === 0) return [issue];
  return meant.flatMap((inner) => closest({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** The names for what is missing, and for what is of another kind, by the kind that is expected. */
const kinds: Record<string, readonly [missing: ReasonName, other: ReasonName]> = {
  string: ['reason_missing_text', 'reason_no_text'],
  number: ['reason_missing_number', 'reason_no_number'],
  int: ['reason_missing_number', 'reason_no_whole_number'],
  boolean: ['reason_missing_choice', 'reason_no_choice'],
  array: ['reason_missing_list', 'reason_no_list'],
  object: ['reason_missing_group', 'reason_no_group'],
  record: ['reason_missing_group', 'reason_no_group'],
};

const formats: Record<string, ReasonName> = {
  date: 'reason_no_date',
  datetime: 'reason_no_time',
  url: 'reason_no_address',
};

function reasonOf(issue: Issue): Said {
  // A check of our own has words of its own.
  if (isReasonName(issue.message)) return say(issue.message, ...fillingsOf(issue));
  switch (issue.code) {
    case 'invalid_type': {
      const [missing, other] = kinds[issue.expected] ?? ['reason_missing', 'reason_other_kind'];
      return say(issue.input === undefined ? missing : other);
    }
    case 'unrecognized_keys':
      return say('reason_unknown_name', issue.keys.join(', '));
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union': {
      const values = allowedIn(issue);
      return values.length > 0 ? oneOf(values) : say('reason_no_form');
    }
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return say(formats[issue.format] ?? 'reason_form');
    default:
      return say('reason_not_so');
  }
}

function fillingsOf(issue: Issue): (string | number)[] {
  const about: unknown = issue.code === 'custom' ? issue.params?.about : undefined;
  return Array.isArray(about) ? about : [];
}

function oneOf(values: readonly unknown[]): Said {
  return say('reason_not_one_of', values.map((value) => JSON.stringify(value)).join(', '));
}

/** The values of a choice, where it is one of values only. */
function allowedIn(issue: Extract<Issue, { code: 'invalid_union' }>): readonly unknown[] {
  if ('options' in issue && Array.isArray(issue.options)) return issue.options;
  const values = issue.errors.map(([only]) => (only?.code === 'invalid_value' ? only.values : []));
  return values.every((some) => some.length > 0) ? values.flat() : [];
}

function tooSmall({ origin, minimum, inclusive }: Extract<Issue, { code: 'too_small' }>): Said {
  const least = Number(minimum);
  if (origin === 'string' || origin === 'array') {
    if (least === 1) return say('reason_empty');
    return say(origin === 'string' ? 'reason_too_short' : 'reason_too_few', least);
  }
  return say(inclusive === false ? 'reason_not_over' : 'reason_under', least);
}

function tooBig({ origin, maximum, inclusive }: Extract<Issue, { code: 'too_big' }>): Said {
  const most = Number(maximum);
  if (origin === 'string') return say('reason_too_long', most);
  if (origin === 'array') return say('reason_too_many', most);
  return say(inclusive === false ? 'reason_not_under' : 'reason_over', most);
}
