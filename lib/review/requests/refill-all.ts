import type { Mention } from '../../language/mention.ts';
import { Cue, firstFrom } from './cues.ts';
import { sharedRefills } from './shared-refills.ts';
import { type Span, startsLine } from './spans.ts';
import type { RowText, Zone, ZoneText } from './zone.ts';

/** A list goes on below its title for so long. */
const LIST_WITHIN = 2500;

/**
 * "Refill all meds": everything on the list of current medicines is asked for. Used only where a
 * text names no drug in its requests.
 */
export function findRefillOfAll(zoneText: RowText): Zone[] {
  const { reading, cues } = zoneText;
  const cue = cues.all(Cue.refillAll).findLast(({ assertion }) => isAsked(assertion));
  if (!cue) return [];
  const titles = cues
    .all(Cue.medicationList)
    .filter(({ start }) => start < cue.start && startsLine(reading.text, start));
  const title = titles.at(-1);
  if (!title) return [];
  const parts = zoneText.rows
    .filter(
      ({ start, end }) => end > title.end && start < Math.min(cue.start, title.end + LIST_WITHIN),
    )
    .filter((row) => isOnList(zoneText, title, row))
    .map(({ start, end }) => ({ start: Math.max(start, title.end), end }));
  if (parts.length === 0) return [];
  const says = { start: cue.start, end: reading.sentences[cue.sentence]?.end ?? cue.end };
  const shared = sharedRefills(reading.text, says);
  return [{ kind: 'plan', parts, ...(shared ? { shared } : {}) }];
}

function isAsked({ presence, subject }: Mention['assertion']): boolean {
  return presence === 'affirmed' && subject === 'patient';
}

/** Whether a row belongs to the list under the title: no other heading stands between. */
function isOnList({ reading, anchors }: ZoneText, title: Mention, row: Span): boolean {
  const anchor = anchors[firstFrom(anchors, Math.max(row.start, title.end))];
  if (!anchor?.drug || anchor.end > row.end) return false;
  const between = reading.sections.filter(({ start }) => start > title.start && start <= row.start);
  return between.every(({ kind }) => kind === 'medications' || kind === 'other');
}
