/** Answers that are made once and kept, the last few of them. */
export interface KeptAnswers<T> {
  /**
   * The answer of that name, made where there is none, or none that holds.
   * @param version of the list: an answer holds as long as it is the same
   * @param look the how many-th view a person looks at: an answer that was given for it stays,
   *   although the list has changed since. A row that is corrected does not jump away meanwhile.
   */
  of(name: string, version: string, look: number | null, make: () => T): T;
}

interface Kept<T> {
  readonly value: T;
  readonly version: string;
  look: number | null;
}

export function keepAnswers<T>(most: number): KeptAnswers<T> {
  const kept = new Map<string, Kept<T>>();

  return {
    of(name, version, look, make) {
      const known = kept.get(name);
      const holds =
        known !== undefined &&
        (known.version === version || (look !== null && known.look === look));
      const entry: Kept<T> = holds ? known : { value: make(), version, look };
      entry.look = look;
      kept.delete(name);
      kept.set(name, entry);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      if (!holds && entry.value instanceof Promise) {
        // Told to who asked; the next one who asks is answered anew.
        entry.value.catch(() => {
          if (kept.get(name) === entry) kept.delete(name);
        });
      }
      return entry.value;
    },
  };
}
