import { shippedRulebook } from '../cli/shipped-packs.ts';
import { vocabularyOf } from '../guidelines/vocabulary.ts';
import { preparePhrases } from '../language/prepare-phrases.ts';

/** The file beside the packs that the background reads to start faster (`lib/library/shipped-packs.ts`). */
export async function preparedPhrasesFile(): Promise<{ relativeDest: string; contents: string }> {
  const prepared = preparePhrases(vocabularyOf(await shippedRulebook()));
  return { relativeDest: 'packs/phrases.json', contents: JSON.stringify(prepared) };
}
