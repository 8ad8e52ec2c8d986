// npm test: everything that can fail, one runner after the other, and one line that adds them up.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './ensure-browser.mjs';
import { ensureDependencies } from './ensure-dependencies.mjs';
import { ensureFirefox } from './ensure-firefox.mjs';
import { ROOT, runNode, stopTogether } from './processes.mjs';

const REPORTS = join(ROOT, '.output/reports');
const total = { passed: 0, failed: 0 };

/** Says how a runner ended and adds it up. */
function count(name, passed, failed, since) {
  total.passed += passed;
  total.failed += failed;
  const seconds = ((Date.now() - since) / 1000).toFixed(1);
  console.log(`\n${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
  return failed === 0;
}

/** A runner that is one test: it passes when the program ends well. What it said is shown if not. */
async function single(name, args, env) {
  const since = Date.now();
  const { code, output } = await runNode(args, { quiet: true, env });
  if (code !== 0) console.log(`\n── ${name}\n${output}`);
  return count(name, code === 0 ? 1 : 0, code === 0 ? 0 : 1, since);
}

/**
 * A runner with many tests.
 * @param {(report: object) => {passed: number, failed: number}} read reads its report
 * @param {boolean} [quiet] what it says is shown only where it fails
 */
async function many(name, args, report, env, read, quiet = false) {
  const since = Date.now();
  if (!quiet) console.log(`\n── ${name}`);
  const { code, output } = await runNode(args, { env, quiet });
  if (quiet && code !== 0) console.log(`\n── ${name}\n${output}`);
  let result = { passed: 0, failed: 0 };
  try {
    result = read(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    console.log(`${name}: no report was written.`);
  }
  // a runner that fails without a failed test (a file that cannot be loaded) is one failure
  if (code !== 0 && result.failed === 0) result.failed = 1;
  return count(name, result.passed, result.failed, since);
}

function vitestResult(report) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((t) => t.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
  };
}

function playwrightResult({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + (errors?.length ?? 0),
  };
}

const wxt = 'node_modules/wxt/bin/wxt.mjs';

/** Beside the type check, since each leaves one core idle half of the time. */
async function buildForFirefox() {
  const built = await single('build and zip for Firefox', [wxt, 'zip', '-b', 'firefox']);
  if (!built) return false;
  const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const linter = 'node_modules/addons-linter/bin/addons-linter';
  await single("Mozilla's check of the zip for Firefox", [
    linter,
    `.output/${name}-${version}-firefox.zip`,
  ]);
  return true;
}

async function buildOthers() {
  await single('lint', [
    'node_modules/@biomejs/biome/bin/biome',
    'check',
    '--error-on-warnings',
    '.',
  ]);
  await single('type check', ['node_modules/typescript/bin/tsc', '--noEmit']);
  const edge = await single('build and zip for Edge', [wxt, 'zip', '-b', 'edge']);
  const local = await single('build without team sync', [wxt, 'build'], { WXT_LOCAL_ONLY: '1' });
  return edge && local;
}

async function runAll() {
  if (!(await ensureDependencies())) {
    total.failed++;
    return;
  }
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  // The first build also writes the types that the type check reads.
  const built = await single('build and zip for Chrome', [wxt, 'zip']);
  const [builtForFirefox, builtForOthers] = await Promise.all([buildForFirefox(), buildOthers()]);
  const browser = await browserFor('tests in Chromium', built, ensureBrowser);
  const firefox = await browserFor('tests in Firefox', builtForFirefox, ensureFirefox);
  const areAllBuilt = builtForFirefox && builtForOthers;
  const chromium = { CHROMIUM: browser };
  // One after the other on each side, both as long.
  await Promise.all([
    (async () => {
      if (browser) await playwright('screens', 'screens', chromium, true);
      if (browser && areAllBuilt)
        await vitest('tests of what is released', 'test/release/vitest.config.ts', chromium, true);
      if (firefox)
        await vitest(
          'tests in Firefox',
          'test/firefox/vitest.config.ts',
          { FIREFOX: firefox },
          true,
        );
    })(),
    vitest('unit tests', 'vitest.config.ts', {}),
  ]);
  if (!browser) return;
  await playwright('end-to-end tests', 'extension', chromium);
  await playwright('end-to-end tests that measure', 'measured', chromium);
}

/** @param {string} config path of its configuration */
function vitest(name, config, env, quiet = false) {
  const report = join(REPORTS, `${name.replaceAll(' ', '-')}.json`);
  const args = ['run', `--config=${config}`, '--reporter=dot', '--reporter=json'];
  return many(
    name,
    ['node_modules/vitest/vitest.mjs', ...args, `--outputFile.json=${report}`],
    report,
    env,
    vitestResult,
    quiet,
  );
}

/** @param {string} project of playwright.config.ts */
function playwright(name, project, env, quiet = false) {
  const report = join(REPORTS, `${project}.json`);
  return many(
    name,
    ['node_modules/@playwright/test/cli.js', 'test', `--project=${project}`],
    report,
    { ...env, CASEGLASS_REPORT: report, CASEGLASS_PROJECT: project },
    playwrightResult,
    quiet,
  );
}

/** The browser that tests need beside a build; without either they count as one failure. */
async function browserFor(tests, built, ensure) {
  const browser = built ? await ensure() : undefined;
  const missing = built ? 'no browser' : 'nothing to run them on';
  if (!browser) count(`${tests} (${missing})`, 0, 1, Date.now());
  return browser;
}

stopTogether();
const since = Date.now();
await runAll();
console.log(`\nIn ${((Date.now() - since) / 1000).toFixed(0)} s.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
