import type { Anchor } from './anchors.ts';

const STRENGTH = '\\d{1,3}(?:\\.\\d+)?\\s*%';
/** Parts that no lexicon knows: "/ menthol 4%"; the sign of the last may belong to the form: "10% gel". */
const UNKNOWN_PARTS = '(?:\\s*[,/&+]\\s*[A-Za-z-]{1,20}\\s+\\d{1,3}(?:\\.\\d+)?\\s*%?){0,6}';
/** Between two parts with their strengths: "10%, ", "4% / menthol 4% / ", "5% and ". */
const AFTER_STRENGTH = new RegExp(
  `^\\s*\\(?${STRENGTH}\\)?${UNKNOWN_PARTS}\\s*(?:[/,+&-]|,?\\s*and|,?\\s*with)?\\s*$`,
  'i',
);
/** Between two parts named in short: "keto/gaba/lido cream", "ketoprofen 10 / gabapentin 6". */
const IN_SHORT = /^(?:\s*\d{1,2}(?:\.\d+)?\s*[/+-]\s*|[/+-])$/;
/** From the form to its first part: "cream (", "compound: ", "compounded cream of ", "crm KGL (". */
const AFTER_FORM = new RegExp(
  `^\\s*(?:[A-Z]{2,8}\\s*(?=[(:]))?(?:[:(,-]|of|with|containing|consisting of)?\\s*\\(?\\s*(?:[A-Za-z-]{1,20}\\s+${STRENGTH}\\s*[,/&+]\\s*){0,6}$`,
);
/** The strengths of all parts together: "20-4", "10/6/5 %", "20%/4%". */
const STRENGTHS = '\\d{1,2}(?:\\.\\d+)?\\s?%?(?:\\s?[/-]\\s?\\d{1,2}(?:\\.\\d+)?\\s?%?){1,5}';
/** From the last part to the form: "5% cream", "20-4 cream", "/lido cream", "lidocaine (5%) in a cream". */
const BEFORE_FORM = new RegExp(
  `^(?:[/+-][A-Za-z]{3,14}){0,4}\\s*\\(?(?:${STRENGTHS}|${STRENGTH}|\\d{1,2})?\\)?${UNKNOWN_PARTS}(?:[/+-][A-Za-z]{3,14}){0,4}\\s*(?:in|as)?\\s*(?:an?\\s)?\\s*$`,
  'i',
);
/** Between two parts in the brackets of a form: "compound cream (ketoprofen, lidocaine)". */
const IN_LIST = /^\s*(?:[,/&+]|,?\s*and)\s*$/i;
/** "Lidoderm (lidocaine": another name of it. */
const OTHER_NAME = /^\s*\($/;
const HAS_STRENGTH = new RegExp(`^\\s*\\(?${STRENGTH}`);
/** Letters between two parts, with others that no lexicon knows. */
const LONGEST_BETWEEN = 200;
/** What is swallowed is no part of a cream: "cream, gabapentin 300 mg". */
const IS_TABLET = /^\s*\d+(?:\.\d+)?\s*mg\b/i;

/**
 * Drugs named as the parts of a mixture ("flurbiprofen 20% / lidocaine 5% cream", "compound cream
 * (ketoprofen 10%, gabapentin 6%)") are one anchor, of what the mixture is.
 */
export function withMixturesJoined(text: string, anchors: readonly Anchor[]): Anchor[] {
  const joined: Anchor[] = [];
  for (let from = 0; from < anchors.length; ) {
    let to = from;
    while (to + 1 < anchors.length && goesOn(text, anchors, from, to)) to += 1;
    const run = anchors.slice(from, to + 1);
    joined.push(...(mixtureOf(run) ?? run));
    from = to + 1;
  }
  return joined;
}

/** Whether the mixture that begins at anchor `from` goes on from anchor `to` to the next. */
function goesOn(text: string, anchors: readonly Anchor[], from: number, to: number): boolean {
  const [first, left, right] = [anchors[from], anchors[to], anchors[to + 1]];
  if (!first || !left || !right) return false;
  if (right.start - left.end > LONGEST_BETWEEN) return false;
  const written = text.slice(left.end, right.start);
  const between = written.replace(/\s+/g, ' ');
  if (/(?<![/,+&(-]\s*)\n/.test(written) || IS_TABLET.test(text.slice(right.end))) return false;
  if (!right.drug)
    return (
      left.drug !== undefined &&
      isForm(right) &&
      (BEFORE_FORM.test(between) || IN_SHORT.test(between))
    );
  if (!left.drug) return isForm(left) && AFTER_FORM.test(between);
  if (left.treatment === right.treatment && OTHER_NAME.test(between)) return true;
  const isOfForm =
    !between.includes(',') && (between.includes('%') || HAS_STRENGTH.test(text.slice(right.end)));
  if (isForm(left) && isOfForm && AFTER_FORM.test(between)) return true;
  const inBrackets = !first.drug && /\([^)]*$/.test(text.slice(first.end, left.end));
  return (
    AFTER_STRENGTH.test(between) || IN_SHORT.test(between) || (inBrackets && IN_LIST.test(between))
  );
}

/** The one anchor of a run of parts, where one of them names what kind of thing the mixture is. */
function mixtureOf(run: readonly Anchor[]): Anchor[] | undefined {
  const [first, last] = [run[0], run.at(-1)];
  const form = run.find((part) => isForm(part) && !part.drug) ?? run.find(isForm);
  if (run.length < 2 || !first || !last || !form) return undefined;
  const named = run.filter(({ treatment, drug }) => drug && treatment === form.treatment);
  const drug = run.length === 2 && named.length === 1 ? named[0]?.drug : undefined;
  const { drug: _, ...mixture } = form;
  return [{ ...mixture, start: first.start, end: last.end, ...(drug && { drug }) }];
}

/** Whether an anchor is of a treatment that is asked for in words as much as by its drugs: a cream. */
function isForm({ treatment }: Anchor): boolean {
  return treatment?.drugClasses !== undefined && treatment.concepts !== undefined;
}
