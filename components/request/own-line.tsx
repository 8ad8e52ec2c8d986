import type { JudgedRequest } from '../../lib/review/judgements.ts';
import { counted } from '../../lib/wording/words.ts';
import { ownCount } from '../criterion/own-count.ts';

/** "2 judgements of your own", where there are any. */
export function OwnLine({ request }: { request: JudgedRequest }) {
  const count = ownCount(request.criteria);
  if (count === 0) return null;
  return <p class="own__count hung">{counted('own_count', count)}</p>;
}
