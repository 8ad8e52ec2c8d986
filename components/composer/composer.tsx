import { useId, useMemo } from 'preact/hooks';
import { type Draft, wordCount } from '../../lib/letter/draft.ts';
import { partsOf, plainText } from '../../lib/letter/forms.ts';
import type { Role } from '../../lib/letter/roles.ts';
import type { PortalProfile } from '../../lib/portals/profile.ts';
import type { JudgedRequest } from '../../lib/review/judgements.ts';
import type { Review } from '../../lib/review/review.ts';
import { inEnglish } from '../../lib/wording/english.ts';
import { counted, words } from '../../lib/wording/words.ts';
import { Icon } from '../base/icon.tsx';
import { LetterFindings } from '../letter-check/letter-findings.tsx';
import { SnippetRequestProvider } from '../snippets/shelf.ts';
import { useAbbreviations } from './abbreviations.ts';
import { DecisionChoice } from './decision-choice.tsx';
import { DraftParagraphs } from './draft-paragraphs.tsx';
import { DraftSnippets } from './draft-snippets.tsx';
import { HandOver } from './hand-over.tsx';
import { PutInField } from './put-in-field.tsx';
import { RoleChoice } from './role-choice.tsx';
import { useComposition } from './use-composition.ts';
import { WhatGoesIn } from './what-goes-in.tsx';

interface Props {
  caseId: string;
  review: Review;
  request: JudgedRequest;
  /** As whom the reviewer writes; null until it was said. */
  role: Role | null;
  profile: PortalProfile | null;
  /** The remark that was gone to, if any. */
  open: string | null;
  onBack: () => void;
}

/** The rationale on one request, put together from what the reviewer chose and edited freely. */
export function Composer({ caseId, review, role, profile, open, onBack, ...props }: Props) {
  const request = useMemo(() => inEnglish(props.request), [props.request]);
  const title = useId();
  const abbreviations = useAbbreviations();
  const { composition, known, choose, edit } = useComposition(caseId, {
    review,
    request,
    abbreviations: abbreviations ?? noAbbreviations,
    role,
  });
  return (
    <section class="composer" aria-labelledby={title}>
      <div class="path">
        <button
          type="button"
          class="iconbtn path__back"
          aria-label={words('back_to_request')}
          title={words('back_to_request')}
          onClick={onBack}
        >
          <Icon name="left" />
        </button>
        <h2 id={title} title={request.label}>
          {words('draft_on', request.label)}
        </h2>
      </div>
      <div class="composer__set">
        <RoleChoice role={role} />
        {role !== null && composition !== null && (
          <DecisionChoice
            role={role}
            chosen={composition.choices.decision}
            onChoose={(decision) => choose({ ...composition.choices, decision })}
          />
        )}
        {composition !== null && (
          <WhatGoesIn
            request={request}
            asOf={review.asOf}
            choices={composition.choices}
            onChoose={choose}
          />
        )}
      </div>
      {composition !== null && abbreviations !== null && (
        <>
          <SnippetRequestProvider value={request}>
            <DraftParagraphs
              draft={composition.draft}
              asOf={review.asOf}
              {...{ request, known }}
              onEdit={edit}
            />
          </SnippetRequestProvider>
          <DraftSnippets
            draft={composition.draft}
            request={request}
            asOf={review.asOf}
            onEdit={edit}
          />
          <div class="composer__bar">
            <HandOver draft={composition.draft} label={request.label} />
            <p class="composer__count">
              {counted('word_count', wordCount(plainText(composition.draft)))}
            </p>
          </div>
          <LetterFindings
            text={plainText(composition.draft)}
            review={review}
            draftOn={request.id}
            open={open}
          />
          <div class="composer__out">
            <PutInField draft={composition.draft} profile={profile} />
          </div>
          <Printed draft={composition.draft} title={request.label} />
        </>
      )}
    </section>
  );
}

const noAbbreviations: never[] = [];

/** The clean page that is printed, and shows nowhere else. */
function Printed({ draft, title }: { draft: Draft; title: string }) {
  return (
    <article class="printed" aria-hidden="true">
      <h1>{title}</h1>
      {partsOf(draft).map((part) => (
        <section key={part.title + part.paragraphs[0]}>
          {part.title !== '' && <h2>{part.title}</h2>}
          {part.paragraphs.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </section>
      ))}
    </article>
  );
}
