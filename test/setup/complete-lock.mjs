// Adds the entries of platform packages that the registry at hand did not serve. Without them npm
// install leaves them out of the lock, and `npm ci` then refuses the lock as out of sync.
import { readFileSync, writeFileSync } from 'node:fs';

const SYSTEM =
  /(android|darwin|win32|freebsd|openharmony|linux|sunos|netbsd|openbsd|aix|wasm32|wasi)/;
const PROCESSOR = /(arm64|x64|ia32|arm|riscv64|ppc64|s390x|loong64|mips64el|wasm32)/;

/** Looks a package up as Node does: nearest node_modules upwards. */
function isLocked(packages, from, name) {
  let at = from;
  for (;;) {
    if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true;
    if (!at) return false;
    at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')));
    if (!at.includes('node_modules')) at = '';
  }
}

/** The lock entry of a package that is only for another platform, or null if its name says none. */
function platformEntry(name, range, dev) {
  const entry = { version: range.replace(/^[\^~>=]+/, '') };
  const os = name === 'fsevents' ? 'darwin' : name.match(SYSTEM)?.[1];
  if (!os) return null;
  const cpu = name.match(PROCESSOR)?.[1];
  if (os.startsWith('wasm')) entry.cpu = ['wasm32'];
  else if (cpu) entry.cpu = [cpu];
  if (dev) entry.dev = true;
  if (/musl/.test(name)) entry.libc = ['musl'];
  else if (/gnu/.test(name)) entry.libc = ['glibc'];
  entry.optional = true;
  if (!os.startsWith('wasm')) entry.os = [os];
  return entry;
}

const file = process.argv[2] ?? 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));
let added = 0;
for (const [path, { optionalDependencies, dev }] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(optionalDependencies ?? {})) {
    if (isLocked(lock.packages, path, name)) continue;
    const entry = platformEntry(name, range, dev);
    if (!entry) continue;
    lock.packages[`node_modules/${name}`] = entry;
    added++;
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} entries added`);
