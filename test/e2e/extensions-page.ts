import type { CDPSession } from '@playwright/test';

/** The browser's own page of extensions, in no window: neither a person nor an extension sees it. */
export interface ExtensionsPage {
  /** Lets the extension ask for an address pattern without a prompt, which no test could answer. */
  addHostPermission(id: string, pattern: string): Promise<void>;
}

interface Answer {
  id: number;
  error?: { message: string };
  result?: { exceptionDetails?: { exception?: { description?: string } } };
}

/** Opens the page once: it takes a second. */
export async function openExtensionsPage(cdp: CDPSession): Promise<ExtensionsPage> {
  const { targetId } = await cdp.send('Target.createTarget', {
    url: 'chrome://extensions/',
    hidden: true,
    background: true,
  });
  // Playwright shows no page that is hidden: it is spoken to as a session within this one.
  const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (answer: Answer) => void>();
  cdp.on('Target.receivedMessageFromTarget', ({ message }) => {
    const answer = JSON.parse(message) as Answer;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  let last = 0;

  async function evaluate(expression: string): Promise<void> {
    const id = ++last;
    const answered = new Promise<Answer>((done) => waiting.set(id, done));
    const params = { expression, awaitPromise: true };
    const message = JSON.stringify({ id, method: 'Runtime.evaluate', params });
    await cdp.send('Target.sendMessageToTarget', { sessionId, message });
    const { error, result } = await answered;
    const thrown = error?.message ?? result?.exceptionDetails?.exception?.description;
    if (thrown) throw new Error(`chrome://extensions: ${thrown}`);
  }

  // Without it an unpacked extension that reloads itself stays switched off.
  await evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
  return {
    addHostPermission: (id, pattern) =>
      evaluate(
        `chrome.developerPrivate.addHostPermission(${JSON.stringify(id)}, ${JSON.stringify(pattern)})`,
      ),
  };
}
