import { browser } from 'wxt/browser';
import type { Review } from '../../lib/review/review.ts';

/** Ink on paper: a hue would mean a finding. */
const ground = '#16191b';
const ink = '#ffffff';

/** Criteria that are not answered either way: statements on both sides, unclear, or nothing found. */
export function openCriteria(review: Review): number {
  return review.requests
    .flatMap(({ criteria }) => criteria)
    .filter(({ verdict }) => ['conflicting', 'unclear', 'not-documented'].includes(verdict)).length;
}

/** Shows the number of open criteria on the toolbar button of a tab; nothing without a review. */
export async function showBadge(tabId: number, review: Review | null): Promise<void> {
  const open = review ? openCriteria(review) : 0;
  const text = open === 0 ? '' : open > 99 ? '99+' : String(open);
  const title = review
    ? `Caseglass: ${open} open ${open === 1 ? 'criterion' : 'criteria'}`
    : 'Open Caseglass';
  try {
    await Promise.all([
      browser.action.setBadgeBackgroundColor({ tabId, color: ground }),
      browser.action.setBadgeTextColor({ tabId, color: ink }),
      browser.action.setBadgeText({ tabId, text }),
      browser.action.setTitle({ tabId, title }),
    ]);
  } catch {
    // The tab was closed meanwhile.
  }
}
