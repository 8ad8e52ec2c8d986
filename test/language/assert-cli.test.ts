import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const PROGRAM = join(ROOT, 'lib', 'cli', 'assert.ts');
/** The Node that the project pins: it runs TypeScript. */
const NODE = join(ROOT, 'node_modules', '.bin', 'node');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'caseglass-assert-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    NODE,
    ['--disable-warning=ExperimentalWarning', PROGRAM, ...args],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

function fileWith(text: string): string {
  const path = join(folder, 'cases.tsv');
  writeFileSync(path, text);
  return path;
}

describe('npm run assert', () => {
  it('prints one object a line, in order', () => {
    const { status, stdout } = run(
      fileWith(
        'edema\tNo pain.\nweakness\tDenies numbness or weakness.\nTENS\tMother will try TENS.\n',
      ),
    );
    expect(status).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { target: 'edema', presence: null, time: null, subject: null, voice: null },
      {
        target: 'weakness',
        presence: 'negated',
        time: 'current',
        subject: 'patient',
        voice: 'record',
      },
      { target: 'TENS', presence: 'affirmed', time: 'planned', subject: 'other', voice: 'record' },
    ]);
  });

  it('reads a file of a spreadsheet on Windows', () => {
    const { stdout } = run(fileWith('\uFEFFpain\tNo pain.\r\n'));
    expect(JSON.parse(stdout)).toMatchObject({ target: 'pain', presence: 'negated' });
  });

  it('prints nothing for an empty file', () => {
    expect(run(fileWith(''))).toMatchObject({ status: 0, stdout: '' });
  });

  it.each([
    ['no argument', () => []],
    ['two arguments', () => ['a', 'b']],
    ['a file that is not there', () => [join(folder, 'nothing.tsv')]],
    ['a line without a tab', () => [fileWith('pain\tNo pain.\npain\n')]],
  ])('exits with 2 and one line on %s', (_, args) => {
    const { status, stdout, stderr } = run(...args());
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
