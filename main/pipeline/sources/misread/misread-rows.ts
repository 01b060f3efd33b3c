import type { Example } from "../../../../preload/types.ts";
import { MAX_FINDING_ROWS } from "../finding.ts";
import type { SourceNotice } from "../source.ts";
import { decodeBack } from "./decode-back.ts";

/** Collects the rows whose letters were read in a wrong encoding before the list came here. */
export interface MisreadRows {
  /**
   * @param texts of the row's columns, in their order
   * @returns whether one of them was
   */
  add(row: number, texts: readonly string[]): boolean;
  /** The finding, whose remedy decodes them back. */
  findings(): readonly SourceNotice[];
}

export function createMisreadRows(): MisreadRows {
  const found = createDecodedRows();
  return {
    add(row, texts) {
      for (const [column, text] of texts.entries()) {
        const before = decodeBack(text);
        if (before?.certain !== true) continue;
        found.add(row, { seen: text, meant: before.text, column });
        return true;
      }
      return false;
    },
    findings: () => found.notices("rows-misread", true),
  };
}

export interface DecodedRows {
  add(row: number, example: Example): void;
  /** @param offered what the press does: decode back, or leave as it was */
  notices(code: string, offered: boolean): readonly SourceNotice[];
}

export function createDecodedRows(): DecodedRows {
  const rows: number[] = [];
  let count = 0;
  let last = 0;
  let example: Example | undefined;
  return {
    add(row, one) {
      if (row === last) return;
      last = row;
      count += 1;
      if (rows.length < MAX_FINDING_ROWS) rows.push(row);
      example ??= one;
    },
    notices(code, offered) {
      if (example === undefined) return [];
      const params = { count, row: rows[0] ?? 0 };
      return [{ code, params, rows, example, remedy: { decodeBack: offered } }];
    },
  };
}
