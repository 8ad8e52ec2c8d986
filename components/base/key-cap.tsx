/** The key that does the same as the button it stands on; for the eye only. */
export function KeyCap({ of }: { of: string }) {
  return (
    <kbd>
      <span aria-hidden="true">{of}</span>
    </kbd>
  );
}
