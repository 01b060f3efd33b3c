import type { CheckCounts, RowFilter } from "../../../preload/types.ts";

/** Bits of a row's status byte; the same in the database and in memory. */
export const ERROR = 1;
export const WARNING = 2;
/** Left out: by a person, or by the rule for repeated rows. */
export const EXCLUDED = 4;
/** The rule for repeated rows leaves it out, unless a person puts it back. */
export const REPEATED = 8;
/** Sent in the trial: it never goes again. */
export const TRIED = 16;

const KINDS = 32;

/** "valid" and "warnings" hold no row with an error; "valid" holds those with warnings too. */
export function matches(status: number, filter: RowFilter): boolean {
  switch (filter) {
    case "all":
      return true;
    case "valid":
      return (status & ERROR) === 0;
    case "warnings":
      return (status & (ERROR | WARNING)) === WARNING;
    case "errors":
      return (status & ERROR) !== 0;
    case "excluded":
      return (status & EXCLUDED) !== 0;
  }
}

/** Whether a row goes out. */
export function isSent(status: number): boolean {
  return (status & (ERROR | EXCLUDED | TRIED)) === 0;
}

/** Whether a row stays behind when the list has been sent. */
export function staysBehind(status: number): boolean {
  return (status & (ERROR | EXCLUDED)) !== 0 && (status & TRIED) === 0;
}

/** Counts over status bytes, one a row. */
export function countStatus(bytes: Uint8Array): CheckCounts {
  const tally = new Array<number>(KINDS).fill(0);
  for (const status of bytes) tally[status & (KINDS - 1)] = (tally[status & (KINDS - 1)] ?? 0) + 1;
  const sum = (wanted: (status: number) => boolean) =>
    tally.reduce((total, rows, status) => (wanted(status) ? total + rows : total), 0);
  const invalid = sum((status) => matches(status, "errors"));
  return {
    total: bytes.length,
    valid: bytes.length - invalid,
    invalid,
    warnings: sum((status) => matches(status, "warnings")),
    excluded: sum((status) => matches(status, "excluded")),
    toSend: sum(isSent),
  };
}

/** How many rows a filter holds. */
export function countOf(counts: CheckCounts, filter: RowFilter): number {
  switch (filter) {
    case "all":
      return counts.total;
    case "valid":
      return counts.valid;
    case "warnings":
      return counts.warnings;
    case "errors":
      return counts.invalid;
    case "excluded":
      return counts.excluded;
  }
}

/** Positions of one page of a filter, in list order. */
export function pageOf(
  bytes: Uint8Array,
  filter: RowFilter,
  offset: number,
  limit: number,
): readonly number[] {
  if (filter === "all") {
    const length = Math.max(0, Math.min(limit, bytes.length - offset));
    return Array.from({ length }, (_, at) => offset + at);
  }
  const found: number[] = [];
  let skip = offset;
  for (let index = 0; index < bytes.length && found.length < limit; index += 1) {
    if (!matches(bytes[index] ?? 0, filter)) continue;
    if (skip > 0) skip -= 1;
    else found.push(index);
  }
  return found;
}
