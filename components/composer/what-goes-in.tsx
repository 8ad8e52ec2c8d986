import { useId } from 'preact/hooks';
import {
  type Choice,
  type Choices,
  choicesOf,
  choose,
  citationChoices,
  isTakenIn,
} from '../../lib/letter/assemble.ts';
import type { RequestInEnglish } from '../../lib/letter/in-english.ts';
import { type MessageKey, words } from '../../lib/wording/words.ts';

interface Props {
  request: RequestInEnglish;
  asOf: string;
  choices: Choices;
  onChoose: (choices: Choices) => void;
}

const kinds = {
  for: 'side_for',
  against: 'side_against',
  unclear: 'evidence_ambiguous',
  claim: 'evidence_claim',
  history: 'evidence_history',
  computed: 'measure',
  absence: 'choice_absence',
  citation: 'citation',
} as const satisfies Record<Choice['kind'], MessageKey>;

/** Everything that may stand in the draft, to be taken in or left out: both sides look the same. */
export function WhatGoesIn({ request, asOf, choices, onChoose }: Props) {
  const byCriterion = choicesOf(request).filter((each) => each.choices.length > 0);
  const citations = citationChoices(request, asOf);
  const all = [...byCriterion.flatMap((each) => each.choices), ...citations];
  const taken = all.filter((choice) => isTakenIn(choice, choices)).length;
  const group = (title: string, list: readonly Choice[]) => (
    <fieldset class="goes__group" key={title}>
      <legend>{title}</legend>
      {list.map((choice) => (
        <Row
          key={choice.key}
          choice={choice}
          isIn={isTakenIn(choice, choices)}
          onChange={(isIn) => onChoose(choose(choices, choice, isIn))}
        />
      ))}
    </fieldset>
  );
  return (
    <details class="goes">
      <summary>{words('goes_in', taken, all.length)}</summary>
      {byCriterion.map(({ criterion, choices: list }) => group(criterion.name, list))}
      {citations.length > 0 && group(words('goes_citations'), citations)}
    </details>
  );
}

interface RowProps {
  choice: Choice;
  isIn: boolean;
  onChange: (isIn: boolean) => void;
}

function Row({ choice, isIn, onChange }: RowProps) {
  const id = useId();
  return (
    <div class="goes__row">
      <input
        type="checkbox"
        id={id}
        checked={isIn}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>
        <b>{words(kinds[choice.kind])}</b> {choice.text.replace(/\s+/g, ' ')}
      </label>
    </div>
  );
}
