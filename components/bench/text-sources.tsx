import { useId } from 'preact/hooks';
import { words } from '../../lib/wording/words.ts';
import { FileChooser } from '../base/file-chooser.tsx';
import type { BenchActions } from './bench-actions.ts';
import type { BenchData } from './bench-data.ts';

/** Where the text comes from, and the day it is judged by. */
export function TextSources({ data, actions }: { data: BenchData; actions: BenchActions }) {
  const day = useId();
  const { openCases, textRefused, asOf, answer } = data;
  return (
    <>
      <div class="bar">
        {openCases.length > 0 && (
          <select
            class="field"
            aria-label={words('bench_case')}
            onChange={(event) => {
              actions.takeCase(Number(event.currentTarget.value));
              event.currentTarget.value = '';
            }}
          >
            <option value="">{words('bench_case')}</option>
            {openCases.map(({ tabId, name }) => (
              <option key={tabId} value={tabId}>
                {name}
              </option>
            ))}
          </select>
        )}
        <FileChooser
          words={words('bench_file')}
          label={words('bench_file_field')}
          accept=".txt,text/plain"
          onFile={(file) => actions.takeFile(file)}
        />
        <button
          type="button"
          class="btn"
          disabled={data.text === ''}
          onClick={() => actions.setText('')}
        >
          {words('bench_clear')}
        </button>
        <span class="bench__day">
          <label for={day}>{words('bench_as_of')}</label>
          <input
            id={day}
            class="field"
            type="date"
            value={asOf ?? answer?.judged?.review.asOf ?? ''}
            onChange={(event) => actions.setAsOf(event.currentTarget.value || null)}
          />
        </span>
      </div>
      <p class="refusal" role="status">
        {textRefused !== null && words(textRefused)}
      </p>
    </>
  );
}
