import { useEffect, useState } from 'preact/hooks';
import { type Abbreviation, abbreviationList } from '../../lib/letter/abbreviations.ts';

/** The list the extension ships; null until it is read, empty where it cannot be. */
export function useAbbreviations(): readonly Abbreviation[] | null {
  const [list, setList] = useState<readonly Abbreviation[] | null>(null);
  useEffect(() => {
    void readAbbreviations().then(setList, () => setList([]));
  }, []);
  return list;
}

let reading: Promise<Abbreviation[]> | undefined;

function readAbbreviations(): Promise<Abbreviation[]> {
  reading ??= fetch('/letter/abbreviations.json')
    .then((response) => response.json())
    .then((json: unknown) => abbreviationList.parse(json).abbreviations);
  return reading;
}
