import type { Mention, Reading, ValueMention } from '../../language/mention.ts';
import { isDrug } from '../../language/mentions.ts';
import { firstFrom } from '../../language/sorted.ts';

/** What was understood of the drug names and numbers of a place that hold slips: "Flexeril, #30". */
export function slipsWithin(
  { mentions, values }: Pick<Reading, 'mentions' | 'values'>,
  { start, end }: { start: number; end: number },
): string | undefined {
  const slips: string[] = [];
  for (const items of [mentions.where(isDrug), values]) {
    for (let at = firstFrom(items, start); at < items.length; at += 1) {
      const item = items[at] as Mention | ValueMention;
      if (item.start >= end) break;
      if (item.slip && item.end <= end) slips.push(item.slip);
    }
  }
  return slips.length > 0 ? [...new Set(slips)].join(', ') : undefined;
}
