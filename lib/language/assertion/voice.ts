/**
 * Who speaks in a sentence as a whole: a guideline's rule, a reviewer's conclusion, or the record.
 * Within a determination's rationale everything is rule until the text turns to this patient.
 */
import type { SectionKind, Voice } from '../mention.ts';
import { CueGroup } from './cues.ts';

/** What was found in one sentence, by group of cues: the first match of each, -1 for none. */
export type GroupHits = Int32Array;

export interface SentenceVoice {
  voice: Voice;
  /** The cue match that decided; -1 when the section did. */
  cue: number;
}

const RECORD: SentenceVoice = { voice: 'record', cue: -1 };

export interface VoiceReader {
  /** To be called for each sentence in order. `opens` says that the sentence is the first of its section. */
  next(hits: GroupHits, section: SectionKind, opens: boolean): SentenceVoice;
}

export function createVoiceReader(): VoiceReader {
  let ruling = false;

  function next(hits: GroupHits, section: SectionKind, opens: boolean): SentenceVoice {
    if (opens) ruling = section === 'rationale';
    const conclusion = hits[CueGroup.conclusion] as number;
    const rule = hits[CueGroup.strongGuideline] as number;
    const hint = hits[CueGroup.weakGuideline] as number;
    const anchored = (hits[CueGroup.strongAnchor] as number) >= 0;
    const near = anchored || (hits[CueGroup.weakAnchor] as number) >= 0;
    if (conclusion >= 0) return { voice: 'reviewer', cue: conclusion };
    if (section === 'guideline' || section === 'claims-administrator-guideline') {
      return { voice: 'guideline', cue: -1 };
    }
    if (anchored) {
      ruling = false;
      return RECORD;
    }
    if (rule >= 0 && !(near && isChartSection(section))) return { voice: 'guideline', cue: rule };
    if (ruling) return { voice: 'guideline', cue: -1 };
    if (hint >= 0 && !near && !isChartSection(section)) return { voice: 'guideline', cue: hint };
    return RECORD;
  }

  return { next };
}

/** Sections that a treater writes: a "should" there is advice to the patient. */
function isChartSection(section: SectionKind): boolean {
  return (
    section === 'plan' || section === 'subjective' || section === 'exam' || section === 'request'
  );
}
