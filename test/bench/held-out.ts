/**
 * Whether a labelled text stays out of sight while rules are written, and is only measured: all of
 * `sealed`, and of `gold` every third. `name` is its file's, with or without the ending.
 */
export function isHeldOut(folder: string, name: string): boolean {
  return folder === 'sealed' || (folder === 'gold' && Number(name.replace(/\D/g, '')) % 3 === 0);
}
