import { readFileSync } from 'node:fs';
import type { IdentifierKind } from '../../lib/library/identifier-guard.ts';

/** A text with one identifier planted in it. */
export interface PlantedText {
  kind: IdentifierKind;
  text: string;
  /** The words that must be found, at least in part. */
  planted: string;
  start: number;
}

interface Parts {
  given: string[];
  surnames: string[];
  streets: string[];
  streetTypes: string[];
  cities: string[];
  mail: string[];
  contexts: Record<IdentifierKind, string[]>;
  around: string[];
}

const file = new URL('../cases/identifiers/synthetic.json', import.meta.url);

/** Synthetic texts by a seed, as many of each kind; the same seed gives the same texts. */
export function identifierSet(seed: number, ofEach: number): PlantedText[] {
  const parts: Parts = JSON.parse(readFileSync(file, 'utf8'));
  const draw = generator(seed);
  const kinds = Object.keys(parts.contexts) as IdentifierKind[];
  return kinds.flatMap((kind) =>
    Array.from({ length: ofEach }, (): PlantedText => {
      const context = draw.of(parts.contexts[kind]);
      const around = draw.of(parts.around);
      const before = around.startsWith(' ') ? '' : around;
      let planted = '';
      let start = -1;
      let text = before;
      for (const piece of context.split(/(?=\{)/)) {
        if (!piece.startsWith('{')) {
          text += piece;
          continue;
        }
        const [, slot = '', rest = ''] = /^\{(\w+)\}(.*)$/s.exec(piece) ?? [];
        const value = inserted(slot, parts, draw);
        if (planted === '') {
          planted = value;
          start = text.length;
        }
        text += value + rest;
      }
      return { kind, text: around.startsWith(' ') ? text + around : text, planted, start };
    }),
  );
}

type Draw = ReturnType<typeof generator>;

/** mulberry32: small, and the same everywhere. */
function generator(seed: number) {
  let state = seed;
  const number = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const upTo = (most: number) => Math.floor(number() * most);
  return {
    upTo,
    of: <Value>(list: readonly Value[]): Value => list[upTo(list.length)] as Value,
    digits: (count: number) => Array.from({ length: count }, () => upTo(10)).join(''),
  };
}

function inserted(slot: string, parts: Parts, draw: Draw): string {
  const given = draw.of(parts.given);
  const surname = draw.of(parts.surnames).replaceAll('De-La-', 'De La ');
  const letter = String.fromCharCode(65 + draw.upTo(26));
  const mail = `${plain(given)}.${plain(surname)}`;
  const host = draw.of(parts.mail);
  const street = `${1 + draw.upTo(9_999)} ${draw.of(parts.streets)} ${draw.of(parts.streetTypes)}`;
  const adj = `ADJ${draw.digits(draw.of([7, 8]))}`;
  const forms: Record<string, () => string> = {
    name: () => draw.of([`${given} ${surname}`, `${given} ${letter}. ${surname}`]),
    upper: () => `${given} ${surname}`.toUpperCase(),
    lastfirst: () => `${surname}, ${given}`,
    upperlastfirst: () => `${surname}, ${given}`.toUpperCase(),
    initialname: () => `${given.charAt(0)}. ${surname}`,
    middle: () => `${given} ${draw.of(parts.given)} ${surname}`,
    given: () => given,
    surname: () => surname,
    date: () => writtenDate(draw),
    numericdate: () => `${1 + draw.upTo(12)}/${1 + draw.upTo(28)}/19${40 + draw.upTo(60)}`,
    year: () => String(1940 + draw.upTo(60)),
    ssn: () => `${draw.digits(3)}-${draw.digits(2)}-${draw.digits(4)}`,
    plainssn: () => draw.digits(9),
    claim: () =>
      draw.of([
        `WC${draw.digits(4)}-${draw.digits(6)}`,
        draw.digits(8),
        `${letter}${draw.digits(7)}`,
        `${draw.digits(3)}-${letter}${letter}-${draw.digits(5)}`,
        `20${draw.digits(2)}-${draw.digits(5)}`,
      ]),
    mrn: () => draw.of([draw.digits(6), draw.digits(7), `${letter}${draw.digits(6)}`]),
    adj: () => adj,
    imr: () => `CM1${draw.digits(1)}-0${draw.digits(6)}`,
    phone: () => {
      const [area, first, last] = [
        `${2 + draw.upTo(8)}${draw.digits(2)}`,
        draw.digits(3),
        draw.digits(4),
      ];
      return draw.of([
        `(${area}) ${first}-${last}`,
        `${area}-${first}-${last}`,
        `${area}.${first}.${last}`,
        `+1 ${area} ${first} ${last}`,
        `1-${area}-${first}-${last}`,
      ]);
    },
    street: () => street,
    city: () => draw.of(parts.cities),
    zip: () => `9${draw.digits(4)}`,
    box: () => draw.digits(draw.of([2, 4, 5])),
    email: () => draw.of([`${mail}@${host}`, `${plain(surname)}${draw.digits(2)}@${host}`]),
    spelledmail: () => `${mail} (at) ${host}`,
  };
  const form = forms[slot];
  if (form === undefined) throw new Error(`no value for {${slot}}`);
  return form();
}

function writtenDate(draw: Draw): string {
  const year = 1940 + draw.upTo(65);
  const [month, day] = [1 + draw.upTo(12), 1 + draw.upTo(28)];
  const two = (number: number) => String(number).padStart(2, '0');
  const name = new Date(Date.UTC(2000, month - 1, 1)).toLocaleString('en', { month: 'long' });
  return draw.of([
    `${month}/${day}/${year}`,
    `${two(month)}/${two(day)}/${String(year).slice(2)}`,
    `${two(month)}-${two(day)}-${year}`,
    `${year}-${two(month)}-${two(day)}`,
    `${name} ${day}, ${year}`,
    `${name.slice(0, 3)} ${day} ${year}`,
    `${day} ${name} ${year}`,
    `${month}.${day}.${year}`,
  ]);
}

/** Letters of an address: no accents, no apostrophes. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase();
}
