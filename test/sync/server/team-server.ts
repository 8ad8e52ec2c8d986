import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('pouch-server.mjs', import.meta.url));

/** PouchDB's server in a process of its own, so that it can be killed as a machine's would be. */
export class PouchServer {
  readonly folder: string;
  #child: ChildProcess | undefined;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Starts it on what is in the folder; its address. */
  async start(port = 0): Promise<string> {
    const child = spawn(process.execPath, [program, this.folder, String(port)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = child;
    const listens = await new Promise<string>((done, fail) => {
      child.stdout?.once('data', (data: Buffer) => done(data.toString().trim()));
      child.once('exit', (code) => fail(new Error(`The server ended with ${code}.`)));
    });
    return `http://127.0.0.1:${listens}`;
  }

  /** Kills it as it is. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await ended;
  }
}

/** Makes the first administrator of a fresh server; true when there was none. */
export async function makeAdministrator(
  url: string,
  { user, password }: { user: string; password: string },
): Promise<boolean> {
  const body = JSON.stringify(password);
  const headers = { 'content-type': 'application/json' };
  const made = await fetch(`${url}/_config/admins/${user}`, { method: 'PUT', headers, body });
  return made.ok;
}
