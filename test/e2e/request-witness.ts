/** A request, and the context that made it: a page, a frame, a worker of any kind. */
export interface SeenRequest {
  url: string;
  by: string;
  /** The context is one of the extension's own. */
  isOurs: boolean;
}

/** Sees every request of every context of a browser, from before its first one. */
export interface RequestWitness {
  requests: SeenRequest[];
  close(): void;
}

interface Message {
  id?: number;
  method?: string;
  sessionId?: string;
  params?: Record<string, unknown> & {
    sessionId?: string;
    targetInfo?: { type: string; url: string };
    request?: { url: string };
    /** Of the page that asks: a target is attached to before it has an address. */
    documentURL?: string;
    url?: string;
  };
}

/**
 * Attaches to the browser by its debugger's protocol: to all that is there, and to all that comes,
 * which is held until its network is watched.
 *
 * @param debugAddress `http://127.0.0.1:PORT`
 */
export async function watchRequests(debugAddress: string, id: string): Promise<RequestWitness> {
  const version = await fetch(`${debugAddress}/json/version`);
  const { webSocketDebuggerUrl } = (await version.json()) as { webSocketDebuggerUrl: string };
  const socket = new WebSocket(webSocketDebuggerUrl);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  const requests: SeenRequest[] = [];
  const sessions = new Map<string, string>();
  const answers = new Map<number, () => void>();
  let count = 0;
  const send = (method: string, params: object, sessionId?: string) => {
    const number = ++count;
    socket.send(JSON.stringify({ id: number, method, params, sessionId }));
    return new Promise<void>((resolve) => answers.set(number, resolve));
  };
  const attach = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
  const watch = async (sessionId: string) => {
    // What a kind of context does not have is refused, and holds up nothing.
    await Promise.all([
      send('Network.enable', {}, sessionId),
      send('Target.setAutoAttach', attach, sessionId),
    ]);
    await send('Runtime.runIfWaitingForDebugger', {}, sessionId);
  };
  socket.onmessage = ({ data }) => {
    const { id: answered, method, sessionId = '', params = {} } = JSON.parse(data) as Message;
    if (answered !== undefined) answers.get(answered)?.();
    if (method === 'Target.attachedToTarget' && params.sessionId && params.targetInfo) {
      const { type, url } = params.targetInfo;
      sessions.set(params.sessionId, `${type} ${url}`);
      void watch(params.sessionId);
    }
    const asked =
      method === 'Network.requestWillBeSent'
        ? params.request?.url
        : /^Network\.web(Socket|Transport)Created$/.test(method ?? '')
          ? params.url
          : undefined;
    if (asked === undefined) return;
    const by = `${sessions.get(sessionId) ?? ''} ${params.documentURL ?? ''}`.trim();
    requests.push({ url: asked, by, isOurs: by.includes(`chrome-extension://${id}/`) });
  };
  await send('Target.setAutoAttach', attach);
  return { requests, close: () => socket.close() };
}
