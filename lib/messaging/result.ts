import type { FaultCode } from '../case/fault.ts';

/** Every reply: the value, or the code of what went wrong. Nothing is thrown across a message. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; fault: FaultCode };

export function success<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function failure(fault: FaultCode): { ok: false; fault: FaultCode } {
  return { ok: false, fault };
}
