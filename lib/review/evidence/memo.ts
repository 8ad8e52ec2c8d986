/** What was worked out for an owner and a key; `undefined` is a value too. */
export type Memo<Owner extends object, Value, Key = string> = (
  owner: Owner,
  key: Key,
  make: () => Value,
) => Value;

/**
 * Values that are worked out once for an owner and a key, and let go with the owner. For questions that
 * many criteria and requests of one case ask alike: the time of a review then grows with the text, not
 * with the number of requests times the text. Whoever asks must not change the value.
 */
export function createMemo<Owner extends object, Value, Key = string>(): Memo<Owner, Value, Key> {
  const known = new WeakMap<Owner, Map<Key, Value>>();
  return (owner, key, make) => {
    let values = known.get(owner);
    if (values === undefined) {
      values = new Map();
      known.set(owner, values);
    }
    const found = values.get(key);
    if (found !== undefined || values.has(key)) return found as Value;
    const made = make();
    values.set(key, made);
    return made;
  };
}
