import { browser } from 'wxt/browser';
import { type FaultCode, isFaultCode } from '../case/fault.ts';
import type { Body, Envelope, Name, Reply, Way } from './protocol.ts';
import { failure, type Result } from './result.ts';

/** A page's or panel's message to the background, and its answer. */
export async function askBackground<
  W extends 'pageToBackground' | 'panelToBackground' | 'teamToBackground',
  N extends Name<W>,
>(way: W, name: N, body: Body<W, N>): Promise<Result<Reply<W, N>>> {
  const envelope: Envelope<W, N> = { way, name, body };
  return answerOf(() => browser.runtime.sendMessage(envelope), 'CG-404');
}

/** The background's message to the reader of one frame. */
export async function askPage<N extends Name<'backgroundToPage'>>(
  place: { tabId: number; frameId: number },
  name: N,
  body: Body<'backgroundToPage', N>,
): Promise<Result<Reply<'backgroundToPage', N>>> {
  const envelope: Envelope<'backgroundToPage', N> = { way: 'backgroundToPage', name, body };
  const { tabId, frameId } = place;
  return answerOf(() => browser.tabs.sendMessage(tabId, envelope, { frameId }), 'CG-407');
}

/** The background's message to whichever panels are open; resolves to whether one heard it. */
export async function tellPanels<N extends Name<'backgroundToPanel'>>(
  name: N,
  body: Body<'backgroundToPanel', N>,
): Promise<boolean> {
  const envelope: Envelope<'backgroundToPanel', N> = { way: 'backgroundToPanel', name, body };
  try {
    await browser.runtime.sendMessage(envelope);
    return true;
  } catch {
    // No page of ours is open: there is no one to tell.
    return false;
  }
}

async function answerOf<W extends Way, N extends Name<W>>(
  send: () => Promise<unknown>,
  unanswered: FaultCode,
): Promise<Result<Reply<W, N>>> {
  let answer: unknown;
  try {
    // After an update of the extension it throws at once, without a promise.
    answer = await send();
  } catch {
    return failure(unanswered);
  }
  if (typeof answer !== 'object' || answer === null || !('ok' in answer))
    return failure(unanswered);
  if (answer.ok === true) return answer as Result<Reply<W, N>>;
  const fault = 'fault' in answer && isFaultCode(answer.fault) ? answer.fault : 'CG-404';
  return failure(fault);
}
