import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../setup/processes.mjs';
import { middle, type Session } from './session.ts';

declare global {
  var Mark: new (
    element: Element,
  ) => {
    markRegExp(expression: RegExp, options: { done(): void }): void;
    unmark(options: { done(): void }): void;
  };
}

/** Milliseconds in which mark.js marks plain phrases in the case, by one regular expression. */
export async function markJs(session: Session, phrases: readonly string[]): Promise<number> {
  const page = await session.open();
  await page.evaluate(readFileSync(join(ROOT, 'node_modules/mark.js/dist/mark.min.js'), 'utf8'));
  const source = `\\b(?:${phrases.join('|')})\\b`;
  const times: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    times.push(
      await page.evaluate(
        (expression) =>
          new Promise<number>((done) => {
            const mark = new Mark(document.querySelector('main') as Element);
            const began = performance.now();
            mark.markRegExp(new RegExp(expression, 'gi'), {
              done() {
                const took = performance.now() - began;
                mark.unmark({ done: () => done(took) });
              },
            });
          }),
        source,
      ),
    );
  }
  await page.close();
  return middle(times);
}
