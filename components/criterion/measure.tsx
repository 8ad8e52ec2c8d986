import type { Citation, Measure } from '../../lib/review/review.ts';
import { worded, words } from '../../lib/wording/words.ts';

interface Props {
  measure: Measure;
  /** Every citation of the criterion: names the guideline of a limit. */
  citations: readonly Citation[];
}

/** A computed number, its working, and the limit of each guideline for itself. */
export function MeasureBlock({ measure, citations }: Props) {
  return (
    <section class="measure" aria-label={words('measure')}>
      <p class="measure__say">{worded(measure.text)}</p>
      {measure.working.length > 0 && (
        <ol class="working" aria-label={words('measure_working')}>
          {measure.working.map(worded).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {measure.limits.length > 0 && (
        <table class="limits">
          <caption class="sr">{words('measure_limits')}</caption>
          <thead>
            <tr>
              <th scope="col">{words('measure_guideline')}</th>
              <th scope="col">{words('measure_limit')}</th>
              <th scope="col">{words('measure_here')}</th>
            </tr>
          </thead>
          <tbody>
            {measure.limits.map((limit) => (
              <tr key={`${limit.pack}${limit.text}`}>
                <th scope="row">{guidelineOf(limit.pack, citations)}</th>
                <td>{limit.text}</td>
                <td class={limit.within === null ? '' : limit.within ? 'supports' : 'opposes'}>
                  {withinWords(limit.within)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function withinWords(within: boolean | null): string {
  if (within === null) return words('limit_not_comparable');
  return words(within ? 'limit_within' : 'limit_beyond');
}

function guidelineOf(pack: string, citations: readonly Citation[]): string {
  const citation = citations.find((each) => each.pack === pack);
  return citation === undefined ? pack : `${citation.guideline}, ${citation.edition}`;
}
