/**
 * Tells of other words how many letters they are off a word: letters to be changed, added or left out
 * (Levenshtein's distance), counted no further than to one more than `most`.
 */
export function lettersOff(word: string, most: number): (other: string) => number {
  const { length } = word;
  // How far the beginnings of the word, each a letter longer, are from what was read of the other.
  const off = new Uint32Array(length + 1);
  return (other) => {
    if (Math.abs(other.length - length) > most) return most + 1;
    for (let at = 0; at <= length; at += 1) off[at] = at;
    for (let read = 1; read <= other.length; read += 1) {
      const letter = other.charCodeAt(read - 1);
      let before = read - 1;
      let left = read;
      let least = read;
      off[0] = read;
      for (let at = 1; at <= length; at += 1) {
        const above = off[at] ?? 0;
        const changed = word.charCodeAt(at - 1) === letter ? before : before + 1;
        before = above;
        left = Math.min(changed, above + 1, left + 1);
        off[at] = left;
        if (left < least) least = left;
      }
      if (least > most) return most + 1;
    }
    return Math.min(off[length] ?? 0, most + 1);
  };
}
