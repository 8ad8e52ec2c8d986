import type { Settings } from '../../guidelines/judge-use.ts';
import { evidenceAt } from '../evidence/passage.ts';
import type { Judge } from './judge.ts';
import { doneMentions } from './places.ts';

/** Whether the drug that is asked for, or one of its class, is or was taken before. */
export const judgeAlreadyTaking: Judge<Settings<'already-taking'>> = ({ classes }, context) => {
  const refs = classes?.map((name) => `class:${name}`) ?? 'requested';
  const taken = doneMentions(refs, context).slice(0, 5);
  return {
    evidence: taken.map(({ document, item }) =>
      evidenceAt(document, item, 'supports', 'taken before this request'),
    ),
  };
};
