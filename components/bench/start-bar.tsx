import { useId, useState } from 'preact/hooks';
import type { Said } from '../../lib/saying/said.ts';
import { worded, words } from '../../lib/wording/words.ts';
import { Glyph } from '../base/glyph.tsx';
import type { BenchActions, Start } from './bench-actions.ts';
import type { BenchData, PackChoice } from './bench-data.ts';

interface Props {
  data: BenchData;
  actions: BenchActions;
}

/** What the writing begins with: a pack that is there, or a first draft of something new. */
export function StartBar({ data, actions }: Props) {
  return (
    <>
      <div class="bench__start">
        <OpenPack own={data.own} shipped={data.shipped} actions={actions} />
        <NewEntry actions={actions} />
      </div>
      {data.asksToDiscard && (
        <div class="notice" role="alert">
          <Glyph of="fault" />
          <p>{words('bench_discard_why')}</p>
          <button type="button" class="btn" onClick={() => actions.discard(false)}>
            {words('bench_discard_no')}
          </button>
          <button type="button" class="btn" onClick={() => actions.discard(true)}>
            {words('bench_discard_yes')}
          </button>
        </div>
      )}
    </>
  );
}

interface OpenProps {
  own: readonly PackChoice[];
  shipped: readonly PackChoice[];
  actions: BenchActions;
}

function OpenPack({ own, shipped, actions }: OpenProps) {
  const field = useId();
  const take = (select: HTMLSelectElement) => {
    const [kind, id] = select.value.split(' ') as ['own' | 'shipped', string];
    // a choice is an act here: the same pack can be opened anew
    select.value = '';
    actions.start({ kind, id });
  };
  const options = (kind: 'own' | 'shipped', packs: readonly PackChoice[]) =>
    packs.map(({ id, title }) => (
      <option key={id} value={`${kind} ${id}`}>
        {title}
      </option>
    ));
  return (
    <div class="bench__field">
      <label for={field}>{words('bench_open')}</label>
      <select id={field} class="field" onChange={(event) => take(event.currentTarget)}>
        <option value="">{words('bench_open_choose')}</option>
        {own.length > 0 && <optgroup label={words('own_packs')}>{options('own', own)}</optgroup>}
        <optgroup label={words('bench_open_copy')}>{options('shipped', shipped)}</optgroup>
      </select>
    </div>
  );
}

const kinds = ['pack', 'treatment', 'criterion'] as const;
const names = {
  pack: ['bench_new_pack', 'southern-team'],
  treatment: ['bench_new_treatment', 'hot-pack'],
  criterion: ['bench_new_criterion', 'hot-pack/sleep-quality'],
} as const;

function NewEntry({ actions }: { actions: BenchActions }) {
  const field = useId();
  const [kind, setKind] = useState<(typeof kinds)[number]>('criterion');
  const [id, setId] = useState('');
  const [refused, setRefused] = useState<Said | null>(null);
  const make = () => {
    const why = actions.start({ kind, id: id.trim() } satisfies Start);
    setRefused(why);
    if (why === null) setId('');
  };
  return (
    <form
      class="bench__field bench__new"
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <label for={field}>{words('bench_new')}</label>
      <div class="bar">
        <select
          class="field"
          aria-label={words('bench_new_kind')}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as typeof kind)}
        >
          {kinds.map((each) => (
            <option key={each} value={each}>
              {words(names[each][0])}
            </option>
          ))}
        </select>
        <input
          id={field}
          class="field"
          value={id}
          placeholder={words('bench_new_example', names[kind][1])}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => setId(event.currentTarget.value)}
        />
        <button type="submit" class="btn">
          {words('bench_new_add')}
        </button>
      </div>
      <p class="refusal" role="status">
        {refused !== null && worded(refused)}
      </p>
    </form>
  );
}
