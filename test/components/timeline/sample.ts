import type { Review } from '../../../lib/review/review.ts';
import made from './review.json' with { type: 'json' };

/**
 * The review of request.txt and notes.txt beside this file, as `npm run -s analyze` printed it, with
 * the criteria that are drawn.
 */
export const timelineReview = made as unknown as Review;
