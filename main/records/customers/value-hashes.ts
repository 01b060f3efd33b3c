import type { FieldName } from "../../../preload/fields.ts";
import { FOUND_BY, normalKey } from "./keys.ts";
import { createShortHash } from "./short-hash.ts";

/** Hashes of the values of a row by which its customer is found, 64 bits each; repeats left out. */
export type ValueHashes = (
  values: readonly string[],
  write: (high: number, low: number) => void,
) => void;

/** @param key as `customerHashKey` gives it */
export function createValueHashes(key: Uint8Array, fields: readonly FieldName[]): ValueHashes {
  const places = fields.flatMap((field, place) => (FOUND_BY.includes(field) ? [place] : []));
  const hash = createShortHash(key);
  return (values, write) => {
    let last = "";
    for (const place of places) {
      const value = normalKey(values[place] ?? "");
      // One column may feed both code and card number.
      if (value === "" || value === last) continue;
      last = value;
      hash(value);
      write(hash.out[0] as number, hash.out[1] as number);
    }
  };
}
