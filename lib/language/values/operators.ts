/** Words and signs that say whether an amount is a least, a most or about: "more than", ">", "or so". */
import { Mark } from '../marks.ts';
import { markOf, plainAt, type Scan } from './scan.ts';
import { Plain } from './words.ts';

/**
 * Reads the operator that stands before the token `at` into `operator` and `operatorStart`;
 * "exactly" and `at` when there is none.
 */
export function readOperatorBefore(scan: Scan, at: number): void {
  scan.operator = 'exactly';
  scan.operatorStart = at;
  const mark = markOf(scan, at - 1);
  if (mark !== 0) readSign(scan, at, mark);
  else readWords(scan, at);
}

function found(scan: Scan, operator: Scan['operator'], start: number): void {
  scan.operator = operator;
  scan.operatorStart = start;
}

function readSign(scan: Scan, at: number, mark: number): void {
  if (mark === Mark.more) found(scan, 'over', at - 1);
  else if (mark === Mark.less) found(scan, 'under', at - 1);
  else if (mark === Mark.tilde) found(scan, 'about', at - 1);
  else if (mark === Mark.atLeast) found(scan, 'at-least', at - 1);
  else if (mark === Mark.atMost) found(scan, 'at-most', at - 1);
  else if (mark === Mark.equals) {
    const sign = markOf(scan, at - 2);
    if (sign === Mark.more) found(scan, 'at-least', at - 2);
    else if (sign === Mark.less) found(scan, 'at-most', at - 2);
  }
}

function readWords(scan: Scan, at: number): void {
  // "more than a couple": the article belongs to the amount.
  const last = plainAt(scan, at - 1) === Plain.a ? at - 2 : at - 1;
  const word = plainAt(scan, last);
  const before = plainAt(scan, last - 1);
  if (word === Plain.than) {
    const negated = plainAt(scan, last - 2) === Plain.no || plainAt(scan, last - 2) === Plain.not;
    if (before === Plain.more)
      found(scan, negated ? 'at-most' : 'over', negated ? last - 2 : last - 1);
    else if (before === Plain.less || before === Plain.below) {
      found(scan, negated ? 'at-least' : 'under', negated ? last - 2 : last - 1);
    }
  } else if (word === Plain.above && isExcluded(scan, last)) {
    found(scan, 'at-most', before === Plain.not ? last - 1 : last - 2);
  } else if (word === Plain.over || word === Plain.above) found(scan, 'over', last);
  else if (word === Plain.below) found(scan, 'under', last);
  else if (word === Plain.within) found(scan, 'at-most', last);
  else if (word === Plain.about) found(scan, 'about', last);
  else if (word === Plain.least && before === Plain.at) found(scan, 'at-least', last - 1);
  else if (word === Plain.most && before === Plain.at) found(scan, 'at-most', last - 1);
  else if (word === Plain.minimum) found(scan, 'at-least', last);
  else if (word === Plain.maximum) found(scan, 'at-most', last);
  else if (word === Plain.to && before === Plain.up) found(scan, 'at-most', last - 1);
  else if (word === Plain.to && before === Plain.close) found(scan, 'about', last - 1);
  else if (word === Plain.of && before === Plain.minimum) found(scan, 'at-least', last - 1);
  else if (word === Plain.of && before === Plain.maximum) found(scan, 'at-most', last - 1);
  else if (word === Plain.exactly) scan.operatorStart = last;
}

/** "not to exceed", "not exceeding" at the token of "exceed". */
function isExcluded(scan: Scan, at: number): boolean {
  const before = plainAt(scan, at - 1);
  return before === Plain.not || (before === Plain.to && plainAt(scan, at - 2) === Plain.not);
}

/**
 * Reads an operator that follows an amount at `at` ("10+ years", "or more", "or so", "at least"):
 * moves `next` behind it and sets `operator`. Answers false when there is none.
 */
export function readOperatorAfter(scan: Scan, at: number): boolean {
  if (markOf(scan, at) === Mark.plus) return after(scan, 'at-least', at + 1);
  const word = plainAt(scan, at);
  const then = plainAt(scan, at + 1);
  if (word === Plain.plus) return after(scan, 'at-least', at + 1);
  if (word === Plain.or) {
    if (then === Plain.more) return after(scan, 'at-least', at + 2);
    if (then === Plain.less || then === Plain.below) return after(scan, 'at-most', at + 2);
    if (then === Plain.so) return after(scan, 'about', at + 2);
    return false;
  }
  if (word === Plain.at && then === Plain.least) return after(scan, 'at-least', at + 2);
  if (word === Plain.at && then === Plain.most) return after(scan, 'at-most', at + 2);
  if (word === Plain.minimum) return after(scan, 'at-least', at + 1);
  if (word === Plain.maximum) return after(scan, 'at-most', at + 1);
  return false;
}

function after(scan: Scan, operator: Scan['operator'], next: number): true {
  scan.operator = operator;
  scan.next = next;
  return true;
}
