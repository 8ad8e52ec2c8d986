import type { Anchor } from './anchors.ts';

/** Between the parts of a mixture: a percentage, a slash or comma, at most the word for its form. */
const MIXTURE_GAP =
  /^[\s:(]*(?:\d{1,3}(?:\.\d+)?\s*%?)?(?:\s*[,/&+]\s*[A-Za-z]{1,20}\s+\d{1,3}(?:\.\d+)?\s*%?){0,6}\s*(?:[/,+&:(-]|and|in|w\/)?\s*$/;

/** Drugs named as the parts of a mixture ("flurbiprofen 20% / lidocaine 5% cream") are one anchor. */
export function withMixturesJoined(text: string, anchors: Anchor[]): Anchor[] {
  const joined = [...anchors];
  for (let at = 0; at < joined.length; at += 1) {
    const form = joined[at] as Anchor;
    if (!form.treatment?.drugClasses || !form.treatment.concepts) continue;
    let from = at;
    let to = at;
    const isPart = (left: Anchor, right: Anchor) =>
      MIXTURE_GAP.test(text.slice(left.end, right.start));
    while (
      from > 0 &&
      joined[from - 1]?.drug &&
      isPart(joined[from - 1] as Anchor, joined[from] as Anchor)
    )
      from -= 1;
    while (joined[to + 1] && isPart(joined[to] as Anchor, joined[to + 1] as Anchor)) {
      if (!joined[to + 1]?.drug && joined[to + 1]?.treatment !== form.treatment) break;
      to += 1;
    }
    const first = joined[from] as Anchor;
    const named = joined
      .slice(from, to + 1)
      .filter((part) => part.treatment === form.treatment && part.drug);
    joined.splice(from, to - from + 1, {
      ...form,
      start: first.start,
      end: (joined[to] as Anchor).end,
      ...(named.length === 1 && to - from === 1
        ? { drug: named[0]?.drug as NonNullable<Anchor['drug']> }
        : {}),
    });
    at = from;
  }
  return joined;
}
