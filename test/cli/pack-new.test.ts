import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectNode, ROOT } from '../setup/processes.mjs';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'caseglass-pack-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(command: 'pack-new' | 'pack-check', ...args: string[]) {
  const program = join(ROOT, `lib/cli/${command}.ts`);
  const { status, stdout, stderr } = spawnSync(projectNode(), [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const linesOf = (file: string) => readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');

test('a treatment and its next criterion come with a case each, and pass the check', () => {
  const first = run('pack-new', 'treatment', 'hot-pack');
  expect(first.status).toBe(0);
  expect(first.stdout).toContain('npm run pack:check public/packs/treatments/hot-pack.json');
  expect(run('pack-new', 'criterion', 'hot-pack/sleep-quality').status).toBe(0);
  const cases = linesOf('test/cases/criteria/hot-pack.jsonl').map((line) => JSON.parse(line));
  expect(cases.map(({ criterion }) => criterion)).toEqual([
    'hot-pack/earlier-benefit',
    'hot-pack/sleep-quality',
  ]);
  expect(run('pack-check', 'public/packs/treatments/hot-pack.json')).toMatchObject({
    status: 0,
    stdout: '',
  });
});

test('a pack is written where it is asked for', () => {
  expect(run('pack-new', 'pack', 'team', '--in', 'team.json').status).toBe(0);
  expect(JSON.parse(readFileSync(join(folder, 'team.json'), 'utf8')).guideline.title).toBe('Team');
});

test.each([
  ['no kind', [], 'usage: npm run pack:new'],
  ['a name that is none', ['pack', 'No Name'], 'is no name for a pack'],
  ['a file that is not there', ['criterion', 'nix/a'], 'there is no such file'],
  ['an unknown option', ['pack', 'a', '--out', 'b'], 'usage: npm run pack:new'],
])('%s: one line and exit status 2', (_what, args, words) => {
  const { status, stdout, stderr } = run('pack-new', ...args);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toContain(words);
});

test('the check names the line of an error and ends with 2', () => {
  writeFileSync(join(folder, 'broken.json'), '{\n  "id": "a",\n}\n');
  expect(run('pack-check', 'broken.json')).toMatchObject({
    status: 2,
    stdout: 'broken.json:3: The comma before this is one too many. (pack-not-json)\n',
  });
  writeFileSync(join(folder, 'shape.json'), '{\n  "id": "a",\n  "title": 3\n}\n');
  const { status, stdout } = run('pack-check', 'shape.json');
  expect(status).toBe(2);
  expect(stdout).toContain('shape.json:3: title: A text is expected here. (pack-shape)');
});
