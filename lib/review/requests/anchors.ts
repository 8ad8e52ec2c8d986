import type { Treatment } from '../../guidelines/pack.ts';
import type { DrugEntry } from '../../language/drug.ts';
import type { Assertion, Reading } from '../../language/mention.ts';
import { isDrug } from '../../language/mentions.ts';
import type { RequestCatalogue } from './found-request.ts';
import { withMixturesJoined } from './mixtures.ts';
import { lineStart } from './spans.ts';

/** A place that names something that can be asked for. */
export interface Anchor {
  start: number;
  end: number;
  /** Absent for a drug that no treatment of the catalogue covers. */
  treatment?: Treatment;
  drug?: DrugEntry;
  /** Concept or drug that was matched. */
  concept: string;
  assertion: Assertion;
}

/** Finds what names treatments and drugs in readings of one catalogue. */
export interface AnchorFinder {
  find(reading: Reading): Anchor[];
}

/** Finds what a catalogue names; prepared once, for all readings of all cases. */
export function anchorFinderOf(catalogue: RequestCatalogue): AnchorFinder {
  let finder = finders.get(catalogue.treatments);
  if (finder === undefined) {
    finder = createAnchorFinder(catalogue);
    finders.set(catalogue.treatments, finder);
  }
  return finder;
}

/** Rulebooks that differ in their standards alone share their treatments. */
const finders = new WeakMap<RequestCatalogue['treatments'], AnchorFinder>();

function createAnchorFinder(catalogue: RequestCatalogue): AnchorFinder {
  const byConcept = new Map<string, Treatment>();
  for (const treatment of catalogue.treatments.values()) {
    for (const concept of treatment.concepts ?? []) byConcept.set(concept, treatment);
  }
  const ofDrug = new Map<string, Treatment | undefined>();

  function treatmentOf(drug: DrugEntry): Treatment | undefined {
    if (!ofDrug.has(drug.id)) {
      ofDrug.set(
        drug.id,
        [...catalogue.treatments.values()].find((treatment) => covers(treatment, drug)),
      );
    }
    return ofDrug.get(drug.id);
  }

  const mayAnchor = (concept: string) => byConcept.has(concept) || isDrug(concept);

  function find(reading: Reading): Anchor[] {
    const anchors: Anchor[] = [];
    for (const { concept, start, end, assertion } of reading.mentions.where(mayAnchor)) {
      const treatment = byConcept.get(concept);
      if (treatment) anchors.push({ start, end, treatment, concept, assertion });
      else {
        const drug = catalogue.drugs.get(concept.slice('drug:'.length));
        if (!drug) continue;
        const covering = treatmentOf(drug);
        anchors.push({
          start,
          end,
          drug,
          concept,
          assertion,
          ...(covering ? { treatment: covering } : {}),
        });
      }
    }
    const named = withoutCodesOfNamed(reading.text, withoutCovered(anchors));
    return withMixturesJoined(reading.text, named);
  }

  return { find };
}

/** Whether a request for the drug is a request for the treatment. */
export function covers(treatment: Treatment, drug: DrugEntry): boolean {
  const listed = (refs: readonly string[] | undefined) =>
    refs?.some((ref) => ref === drug.id || drug.classes.includes(ref)) ?? false;
  return listed(treatment.drugClasses) && !listed(treatment.exceptDrugs);
}

/** Of anchors that overlap the longest stays: "interferential unit" over "unit". */
function withoutCovered(anchors: Anchor[]): Anchor[] {
  anchors.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Anchor[] = [];
  for (const anchor of anchors) {
    const last = kept.at(-1);
    if (!last || anchor.start >= last.end) kept.push(anchor);
    else if (anchor.end - anchor.start > last.end - last.start) kept[kept.length - 1] = anchor;
  }
  return kept;
}

/** A code of a procedure or a supply: "64483", "E0730". */
const CODE = /^[A-Z]?\d{4,5}$/i;

/** "TLIF L5-S1, CPT 22612": a code stands for its treatment only where no words name one beside it or elsewhere. */
function withoutCodesOfNamed(text: string, anchors: Anchor[]): Anchor[] {
  const isCode = ({ start, end }: Anchor) => CODE.test(text.slice(start, end));
  const codes = anchors.filter(isCode);
  if (codes.length === 0) return anchors;
  const named = anchors.filter((anchor) => !isCode(anchor));
  const lines = new Set(named.map(({ start }) => lineStart(text, start)));
  const treatments = new Set(named.map(({ treatment }) => treatment?.id));
  return anchors.filter(
    (anchor) =>
      !isCode(anchor) ||
      !(treatments.has(anchor.treatment?.id) || lines.has(lineStart(text, anchor.start))),
  );
}
