import { z } from 'zod';
import { isFaultCode } from '../case/fault.ts';
import type { Judgement } from '../review/judgements.ts';
import type { Review } from '../review/review.ts';
import { isSaid, isSaidThroughout, type Words } from '../saying/said.ts';
import type { ActiveReview } from './active-review.ts';

const fault = z.object({ code: z.custom(isFaultCode), what: z.string().optional() });

/** Our own background built it by `Review`; what is looked at is that it is one, and what is said. */
const review = z.custom<Review>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'requests' in value &&
    Array.isArray(value.requests) &&
    'safety' in value &&
    Array.isArray(value.safety) &&
    'rfa' in value &&
    Array.isArray(value.rfa) &&
    (!('pictures' in value) || (typeof value.pictures === 'object' && value.pictures !== null)) &&
    isSaidThroughout(value),
);

const words = z.custom<Words>((value) => typeof value === 'string' || isSaid(value));

const hit = z.object({
  document: z.string(),
  start: z.int(),
  end: z.int(),
  quote: z.string(),
  before: z.string(),
  after: z.string(),
});

export const termSearch = z.object({
  term: z.string(),
  synonyms: z.array(z.string()),
  hits: z.array(hit),
  found: z.int(),
});

const caseState = z.object({
  id: z.string(),
  name: z.string(),
  claimNumber: z.string().nullable(),
  status: z.enum(['reading', 'reviewing', 'ready']),
  revision: z.int(),
  documents: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      host: z.string(),
      characters: z.int(),
      pages: z.int(),
      pagesRead: z.int(),
      unread: z.array(
        z.object({ code: z.string(), what: z.string(), site: z.string().optional() }),
      ),
      away: z.int().optional(),
      where: z.enum(['here', 'other-tab', 'closed']),
    }),
  ),
  asOf: z.object({ date: z.string(), source: words, chosen: z.boolean() }).nullable(),
  edition: z.string().nullable(),
  review: review.nullable(),
  marksOn: z.boolean(),
  files: z.array(z.object({ url: z.string(), name: z.string() })).optional(),
  /** Built by our own background as well. */
  judgements: z.array(z.custom<Judgement>((value) => typeof value === 'object' && value !== null)),
  searches: z.array(termSearch),
  others: z.array(
    z.object({
      id: z.string(),
      tabId: z.int(),
      name: z.string(),
      claimNumber: z.string().nullable(),
    }),
  ),
  faults: z.array(fault),
});

export const activeReview = z.object({
  windowId: z.int(),
  tab: z.object({ id: z.int(), title: z.string() }).nullable(),
  site: z
    .object({
      host: z.string(),
      pattern: z.string(),
      access: z.enum(['granted', 'not-granted', 'forbidden', 'impossible']),
      isListed: z.boolean().optional(),
    })
    .nullable(),
  case: caseState.nullable(),
  faults: z.array(fault),
  target: z
    .object({
      number: z.int(),
      request: z.string().optional(),
      criterion: z.string().optional(),
      receipt: z.boolean().optional(),
    })
    .nullable(),
});

const toPanel = z.object({
  way: z.literal('backgroundToPanel'),
  name: z.literal('reviewChanged'),
  body: activeReview,
});

/** The review a message to the panel carries, or undefined when it is not one. */
export function checkForPanel(message: unknown): ActiveReview | undefined {
  const checked = toPanel.safeParse(message);
  // Zod's optional keys allow `undefined`; JSON does not carry it.
  return checked.success ? (checked.data.body as ActiveReview) : undefined;
}
