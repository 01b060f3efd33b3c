import type { KnownSizes } from "../../../records/connections/request-sizes.ts";

/** By how much more than what was taken is tried. */
const TRIED_MORE = 1.1;

/**
 * Into how many parts a batch goes to a server that has refused one for its size. Pure.
 * @param bytes of its encoded rows
 * @returns 1: as it is
 */
export function partsFor(bytes: number, { refused, taken }: KnownSizes): number {
  if (bytes < refused) return 1;
  const fits = Math.min(refused - 1, TRIED_MORE * Math.max(taken, refused / 2));
  return Math.max(2, Math.ceil(bytes / Math.max(1, fits)));
}
