// Starts other programs and makes sure none of them outlives this one. Plain Node 20, no packages:
// these scripts run before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's top folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const windows = process.platform === 'win32';
const running = new Set();

/** The Node that came with the dependencies (24), or the one at hand where it is missing. */
export function projectNode() {
  const own = join(ROOT, 'node_modules/node/bin', windows ? 'node.exe' : 'node');
  return existsSync(own) ? own : process.execPath;
}

/**
 * Runs a program to its end.
 * @param {string} file
 * @param {string[]} args
 * @param {{quiet?: boolean, env?: Record<string, string>, seconds?: number}} [options]
 *   quiet: keep the output instead of showing it; seconds: end the program after that time
 * @returns {Promise<{code: number, output: string}>} code 127 when it cannot be started
 */
export function run(file, args, { quiet = false, env = {}, seconds } = {}) {
  return new Promise((done) => {
    const child = spawn(file, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      // a group of its own, so that its children can be ended with it
      detached: !windows,
      windowsHide: true,
    });
    running.add(child);
    let output = '';
    const limit = seconds ? setTimeout(() => end(child, 'SIGKILL'), seconds * 1000) : undefined;
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (error) => {
      clearTimeout(limit);
      running.delete(child);
      done({ code: 127, output: `${output}${error.message}` });
    });
    child.on('close', (code) => {
      clearTimeout(limit);
      running.delete(child);
      done({ code: code ?? 1, output });
    });
  });
}

/** Runs a JavaScript or TypeScript file under the project's own Node. */
export function runNode(args, options) {
  return run(projectNode(), args, options);
}

/** Runs npm: the one that started this script, else the one on the path. */
export function runNpm(args, options) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args], options);
  return windows ? run('cmd', ['/c', 'npm', ...args], options) : run('npm', args, options);
}

function end(child, signal) {
  if (!child.pid) return;
  try {
    if (windows) spawn('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    else process.kill(-child.pid, signal);
  } catch {
    // already gone
  }
}

/**
 * On Ctrl-C, a request to stop, or when the program that started this one is gone (npm's shell does
 * not pass every signal on): ends every program started here, then this one.
 */
export function stopTogether() {
  let asked = false;
  const stop = () => {
    for (const child of running) end(child, asked ? 'SIGKILL' : 'SIGTERM');
    if (asked) process.exit(130);
    asked = true;
    setInterval(() => running.size === 0 && process.exit(130), 50);
    setTimeout(() => {
      for (const child of running) end(child, 'SIGKILL');
      process.exit(130);
    }, 5000);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  const parent = process.ppid;
  setInterval(() => !asked && process.ppid !== parent && stop(), 500).unref();
}
