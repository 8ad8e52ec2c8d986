/**
 * What can go wrong, each with a stable code and one plain sentence.
 *
 * 1nn reading, 2nn review, 3nn marking, 4nn sites and messages, 5nn storage. A code keeps its
 * meaning for good: reports, tests and translations refer to it.
 */
export const faultSentences = {
  'CG-101': 'No text was found on this page.',
  'CG-102':
    'This page holds more text than is read at once; what follows after the limit was not read.',
  'CG-103': 'A frame of another site was not read, because that site is not allowed.',
  'CG-104':
    'You are writing in a field of this page; its text is taken as your draft, not as record.',
  'CG-105': 'This is a PDF in the browser’s own viewer; its text cannot be read there.',
  'CG-106': 'A part of this page is nested too deeply to be read.',
  'CG-107': 'This page is a picture without text; it was not read.',
  'CG-108': 'This file is damaged and could not be opened.',
  'CG-109': 'This is no PDF, text, RTF or DOCX file.',
  'CG-110': 'This PDF is locked with a password. Save a copy without it and open that.',
  'CG-111': 'The portal did not hand this file over. Save it and open it here.',
  'CG-112':
    'This list shows only the part in view. Scroll through it, and all of it is read and kept.',
  'CG-113':
    'This part of the page is a picture or drawing; its words were not read. Save it and open it in the reader.',
  'CG-201': 'The review of this text stopped; nothing was judged.',
  'CG-202': 'A criteria pack has an error and is left out; the others are used.',
  'CG-203': 'No criteria pack could be used, so nothing was judged.',
  'CG-204': 'This is not a date.',
  'CG-205': 'This guideline edition is not among the packs in use.',
  'CG-206': 'The letter could not be checked; nothing is said about it.',
  'CG-301':
    'This page keeps removing the marks, so they are off here; the review stays in the panel.',
  'CG-302': 'This browser cannot mark text in a page; the review is in the panel.',
  'CG-303': 'This passage is no longer on the page.',
  'CG-304': 'This passage stands in a text field, where text cannot be marked.',
  'CG-305':
    'This passage was scrolled out of its list or folded away. Show that part of the page again to see it.',
  'CG-310': 'The chosen field is not on this page now.',
  'CG-311': 'What was chosen is no single field that can be written in.',
  'CG-312': 'The chosen field is read-only or switched off by the portal.',
  'CG-313': 'The chosen field is in a frame of another site, where nothing is written.',
  'CG-401': 'Caseglass is off on this site.',
  'CG-402': 'Browser pages and files cannot be read.',
  'CG-403': 'Caseglass was updated or switched off. Reload this page to see marks again.',
  'CG-404': 'A message was not understood and was left out.',
  'CG-405': 'No case is open in this tab.',
  'CG-406': 'Open the panel with its toolbar button; Firefox does not let a page open it.',
  'CG-407': 'The page of this case is no longer open.',
  'CG-408': 'The page of this document is closed; its text is kept until the case is.',
  'CG-501':
    'Your settings were saved by a newer version of Caseglass. They are kept as they are; the defaults are used.',
  'CG-502': 'A saved setting was broken; its default is used.',
  'CG-503':
    'This case is too large to be kept while the browser pauses Caseglass; it will be read again.',
  'CG-504': 'Your settings could not be read; the defaults are used.',
} as const;

export type FaultCode = keyof typeof faultSentences;

/** A fault as it is reported, with the thing it is about where there is one. */
export interface Fault {
  code: FaultCode;
  /** What it is about, in the reader's words: a frame's host, a pack's file and place. */
  what?: string;
}

export function isFaultCode(value: unknown): value is FaultCode {
  return typeof value === 'string' && Object.hasOwn(faultSentences, value);
}

/** The plain sentence of a fault. */
export function sentenceOf(code: FaultCode): string {
  return faultSentences[code];
}
