// Finds a Firefox, or gets one.
import { join } from 'node:path';
import { findProgram, installDebianPackage, isDebianRoot, isProgram } from './programs.mjs';

const { env } = process;

const NAMES = ['firefox-esr', 'firefox', 'firefox-devedition', 'firefox-nightly'];

const PLACES = {
  darwin: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
  ],
  win32: [env.PROGRAMFILES, env['PROGRAMFILES(X86)']]
    .filter(Boolean)
    .map((folder) => join(folder, 'Mozilla Firefox/firefox.exe')),
  linux: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/usr/lib/firefox/firefox'],
};

/** The Firefox to use: FIREFOX if set, else one on the path or in the usual places. */
export function findFirefox() {
  return env.FIREFOX ?? findProgram(NAMES, PLACES);
}

/**
 * A Firefox to run, installed where need be.
 * @returns {Promise<string | undefined>} undefined when there is none; it has been said what to do
 */
export async function ensureFirefox() {
  if (!findFirefox() && isDebianRoot()) {
    console.log('No Firefox found: installing the Debian package …');
    await installDebianPackage('firefox-esr');
  }
  const firefox = findFirefox();
  if (firefox && isProgram(firefox)) return firefox;
  console.log(
    firefox
      ? `FIREFOX names ${firefox}, which is not a program that can be started.`
      : 'Please install Firefox 140 or newer (or set FIREFOX to one) and run this again.',
  );
  return undefined;
}
