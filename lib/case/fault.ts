/**
 * What can go wrong, each with a stable code. Its plain sentence is in `lib/wording/faults.ts`.
 *
 * 1nn reading, 2nn review, 3nn marking, 4nn sites and messages, 5nn storage, 6nn team. A code keeps its
 * meaning for good: reports, tests and translations refer to it.
 */
export const faultCodes = [
  'CG-101',
  'CG-102',
  'CG-103',
  'CG-104',
  'CG-105',
  'CG-106',
  'CG-107',
  'CG-108',
  'CG-109',
  'CG-110',
  'CG-111',
  'CG-112',
  'CG-113',
  'CG-114',
  'CG-201',
  'CG-202',
  'CG-203',
  'CG-204',
  'CG-205',
  'CG-206',
  'CG-301',
  'CG-302',
  'CG-303',
  'CG-304',
  'CG-305',
  'CG-310',
  'CG-311',
  'CG-312',
  'CG-313',
  'CG-401',
  'CG-402',
  'CG-403',
  'CG-404',
  'CG-405',
  'CG-406',
  'CG-407',
  'CG-408',
  'CG-501',
  'CG-502',
  'CG-503',
  'CG-504',
  'CG-505',
  'CG-601',
  'CG-602',
  'CG-603',
  'CG-604',
  'CG-605',
  'CG-606',
  'CG-607',
  'CG-608',
  'CG-609',
  'CG-610',
  'CG-611',
  'CG-612',
  'CG-613',
] as const;

export type FaultCode = (typeof faultCodes)[number];

/** A fault as it is reported, with the thing it is about where there is one. */
export interface Fault {
  code: FaultCode;
  /** What it is about, in the reader's words: a frame's host, a pack's file and place. */
  what?: string;
}

export function isFaultCode(value: unknown): value is FaultCode {
  return (faultCodes as readonly unknown[]).includes(value);
}
