// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { BenchActions } from '../../components/bench/bench-actions.ts';
import type { BenchData } from '../../components/bench/bench-data.ts';
import { SaveBar } from '../../components/bench/save-bar.tsx';
import type { ImportFault } from '../../lib/library/packs.ts';
import { say } from '../../lib/saying/said.ts';
import { says } from './show-panel.tsx';

afterEach(cleanup);

const show = (saved: BenchData['saved']) => {
  const data = { library: 'team', saved, answer: null } as unknown as BenchData;
  render(<SaveBar data={data} actions={{} as BenchActions} />);
  return says(screen.getByRole('status'));
};

test('a pack that is refused says what is wrong with it, and where', () => {
  const fault: ImportFault = {
    code: 'pack-identifier',
    file: 'bench',
    path: 'title',
    reason: say('reason_identifies', 'Maria Lopez'),
    leftOut: 'pack',
  };
  expect(show({ refused: [fault] })).toBe(
    'The pack was not saved:title “Maria Lopez” may identify a person.',
  );
});

test('one that is saved says where it is, and one that cannot be kept that it is not', () => {
  expect(show({ title: 'Heat', library: 'team' })).toContain('Heat is saved as a team pack');
  cleanup();
  expect(show('not-saved')).toContain('could not be saved');
});
