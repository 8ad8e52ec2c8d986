/** What came of asking the server: a sentence, and whether something hinders. */
export interface Said {
  text: string;
  isFault: boolean;
}

export function SaidLine({ said }: { said: Said | null }) {
  return (
    <p class={said?.isFault ? 'wrong' : 'hint'} role="status">
      {said?.text}
    </p>
  );
}
