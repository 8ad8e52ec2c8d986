import type { Settings } from '../../../guidelines/judge-use.ts';
import { type MessageKey, say } from '../../../saying/said.ts';
import { evidenceAt } from '../../evidence/passage.ts';
import { type Medicine, medicinesOf } from '../../medicines/medicines.ts';
import type { Evidence } from '../../review.ts';
import type { Judge } from '../judge.ts';
import { denials, isOfOtherDay, wordsFor } from './class-denials.ts';

const ROLES: Record<Medicine['use'], [Evidence['role'], MessageKey]> = {
  'in-use': ['supports', 'why_in_use'],
  unsure: ['ambiguous', 'why_named_earlier'],
  lapsed: ['ambiguous', 'why_named_earlier'],
  stopped: ['opposes', 'why_no_longer_taken'],
};

/** Whether a medicine of these classes is taken now. One in use settles it, unless the class is denied at another day. */
export const judgeClassTaken: Judge<Settings<'class-taken'>> = (
  { classes },
  { index, requests, asOf },
) => {
  const evidence = medicinesOf(index, requests, asOf)
    .filter(({ drug }) => drug.classes.some((name) => classes.includes(name)))
    .map(({ document, mention, use }) => {
      const [role, why] = ROLES[use];
      return evidenceAt(document, mention, role, say(why));
    });
  const words = wordsFor(classes);
  const denied = index.documents.flatMap((document) => denials(document, words, 'opposes'));
  const taken = evidence.filter(({ role }) => role === 'supports');
  const answers =
    taken.length > 0
      ? [...taken, ...denied.filter((denial) => isOfOtherDay(denial, taken))]
      : [...evidence, ...denied];
  return { evidence: answers.slice(0, 6) };
};
