import { createHash } from "node:crypto";
import type { ListColumn } from "../../../../preload/types.ts";
import { namelessHeader } from "../../../pipeline/sources/headers/headers.ts";

/** Accents of Latin and Greek letters, and the dots of Cyrillic е, which many leave out. */
const ACCENTS = /([\p{Script=Latin}\p{Script=Greek}])[\u0300-\u036f]+|([еЕ])\u0308/gu;

/**
 * A header as it is compared between lists: case, accents and blanks tell nothing. Marks of other
 * scripts do: カード is a card, カート a cart; край is a region, краи are edges.
 */
export function normalHeader(header: string): string {
  return header
    .normalize("NFKD")
    .replace(ACCENTS, "$1$2")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim()
    .normalize("NFC");
}

/** Whether nothing but the number of columns tells a list from others. */
export function isHeaderless(columns: readonly Pick<ListColumn, "index" | "header">[]): boolean {
  return columns.every(({ index, header }) => header === namelessHeader(index));
}

/**
 * The same for lists with the same headers, in whatever order; without headers, for lists with as
 * many columns. Headers are no customer data.
 */
export function headerFingerprint(columns: readonly Pick<ListColumn, "header">[]): string {
  const headers = columns.map((column) => normalHeader(column.header)).sort();
  return createHash("sha256").update(JSON.stringify(headers)).digest("hex").slice(0, 32);
}
