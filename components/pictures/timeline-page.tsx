import type { MeasurePicture } from '../../lib/review/pictures/picture.ts';
import type { CriterionReview, RequestReview, Review } from '../../lib/review/review.ts';
import { words } from '../../lib/wording/words.ts';
import { ChroniclePicture } from './chronicle-picture.tsx';
import { ExposurePicture } from './exposure-picture.tsx';
import { PainPicture } from './pain-picture.tsx';
import { VisitsPicture } from './visits-picture.tsx';

/** The case over time: use of a drug class, visits, pain, and what happened when. */
export function TimelinePage({ review }: { review: Review }) {
  const { pictures } = review;
  if (pictures === undefined) {
    return (
      <div class="page">
        <p class="lead">{words('timeline_failed')}</p>
      </div>
    );
  }
  const { exposures, visits, pain, chronicle, chronicleLeftOut } = pictures;
  if (exposures.length + visits.length + pain.length + chronicle.length === 0) {
    return (
      <div class="page">
        <h2>{words('timeline_none')}</h2>
        <p class="lead">{words('timeline_none_why')}</p>
      </div>
    );
  }
  return (
    <div class="charts">
      {judged(review, exposures).map(({ request, criterion }) => (
        <ExposurePicture key={request.id} request={request.label} criterion={criterion} />
      ))}
      {judged(review, visits).map(({ request, criterion }) => (
        <VisitsPicture key={request.id} request={request.label} criterion={criterion} />
      ))}
      <PainPicture scores={pain} />
      <ChroniclePicture events={chronicle} leftOut={chronicleLeftOut} />
    </div>
  );
}

function judged(
  { requests }: Review,
  pictures: readonly MeasurePicture[],
): { request: RequestReview; criterion: CriterionReview }[] {
  return pictures.flatMap((picture) => {
    const request = requests.find(({ id }) => id === picture.request);
    const criterion = request?.criteria.find(({ id }) => id === picture.criterion);
    return request && criterion ? [{ request, criterion }] : [];
  });
}
