import { type Phrase, parsePhrase } from '../../lib/language/phrase.ts';

const MOST = 30_000;

/** The ways to write what a phrase matches, slots as written; cut short for very wide phrases. */
export function spellingsOf(source: string): Set<string> {
  return new Set(spell(parsePhrase(source)).map((text) => text.replace(/\s+/g, ' ').trim()));
}

function spell(phrase: Phrase): string[] {
  switch (phrase.kind) {
    case 'words':
      return [phrase.text];
    case 'exact':
      return [`=${phrase.text}`];
    case 'gap':
      return [`..${phrase.most}`];
    case 'number':
      return ['#'];
    case 'concept':
      return [`{${phrase.id}}`];
    case 'optional':
      return ['', ...spell(phrase.item)];
    case 'choice':
      return phrase.options.flatMap(spell);
    case 'sequence':
      return phrase.items
        .map(spell)
        .reduce((texts, next) =>
          texts.length * next.length > MOST
            ? texts
            : texts.flatMap((text) => next.map((word) => `${text} ${word}`)),
        );
  }
}
