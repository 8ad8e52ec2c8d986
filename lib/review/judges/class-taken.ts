import type { Settings } from '../../guidelines/judge-use.ts';
import { type MessageKey, say } from '../../saying/said.ts';
import { evidenceAt } from '../evidence/passage.ts';
import { type Medicine, medicinesOf } from '../medicines.ts';
import type { Evidence } from '../review.ts';
import type { Judge } from './judge.ts';
import { isDenied } from './places.ts';

const ROLES: Record<Medicine['use'], [Evidence['role'], MessageKey]> = {
  'in-use': ['supports', 'why_in_use'],
  unsure: ['ambiguous', 'why_named_earlier'],
  lapsed: ['ambiguous', 'why_named_earlier'],
  stopped: ['opposes', 'why_no_longer_taken'],
};

/** Whether a medicine of these classes is taken now. One in use settles it. */
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
  const words = new Set(classes.map((name) => `class-word:${name}`));
  for (const document of index.documents) {
    const denied = [...words]
      .flatMap((concept) => document.mentions.get(concept) ?? [])
      .filter(
        (mention) =>
          isDenied(mention) &&
          mention.assertion.subject === 'patient' &&
          mention.assertion.voice === 'record',
      )
      .sort((a, b) => a.start - b.start)[0];
    if (denied) evidence.push(evidenceAt(document, denied, 'opposes', say('why_said_not_taken')));
  }
  const taken = evidence.filter(({ role }) => role === 'supports');
  return { evidence: (taken.length > 0 ? taken : evidence).slice(0, 6) };
};
