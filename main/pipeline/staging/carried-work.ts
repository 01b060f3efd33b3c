import type { FieldName } from "../../../preload/fields.ts";
import type { Mapping } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { readStatus } from "../../records/drafts/chunks.ts";
import {
  readCorrections,
  withCorrections,
  writeCorrection,
} from "../../records/drafts/corrected-values.ts";
import { stagingOfDraft } from "../../records/drafts/stagings.ts";
import { LEFT_OUT, REPEATED, TRIED } from "../../records/drafts/status.ts";
import { moveCorrections } from "../../records/undo-log/move-corrections.ts";
import type { Vault } from "../../records/vault/vault.ts";
import { cleanCorrected } from "../mapping/apply.ts";
import { createPhoneWriter } from "../validation/phones.ts";

/** What a person did in the review of the same list before it was checked anew. */
export interface CarriedWork {
  readonly corrections: ReadonlyMap<number, ReadonlyMap<FieldName, string>>;
  /** The values of a row as read with its corrections; a phone that was typed is written as others are. */
  corrected(index: number, values: readonly string[]): readonly string[];
  /** A new status byte with the person's own choice about leaving the row out. */
  apply(index: number, status: number): number;
  /** Whether a person left the row out. */
  leftOut(index: number): boolean;
  /** Whether a person put a row back that the rule for repeated rows had left out. */
  putBack(index: number): boolean;
  /** Inside the finishing transaction. */
  copyTo(stagingId: number): void;
}

/**
 * Null where there was no review, or one of another reading of the list.
 * @param phoneCountry as for `createPhoneWriter`, before which phones are loaded
 */
export function carriedWork(
  db: Database,
  vault: Vault,
  draftId: number | null,
  source: string,
  mapping: Mapping,
  phoneCountry: string | null,
): CarriedWork | null {
  const former = draftId === null ? null : stagingOfDraft(db, draftId);
  if (former === null || former.source !== source) return null;
  const entries = new Map(mapping.map((entry) => [entry.field, entry]));
  const corrections = new Map<number, ReadonlyMap<FieldName, string>>();
  for (const [index, values] of readCorrections(db, vault, former.id)) {
    const kept = [...values].flatMap(([field, value]) => {
      const entry = entries.get(field);
      return entry === undefined ? [] : [[field, cleanCorrected(entry, value)] as const];
    });
    if (kept.length > 0) corrections.set(index, new Map(kept));
  }
  const status = readStatus(db, former.id);
  const before = (index: number) => (status[index] ?? 0) & (LEFT_OUT | REPEATED);
  const putBack = (index: number) => before(index) === REPEATED;
  const leftOut = (index: number) => before(index) === LEFT_OUT;
  const fields = mapping.map(({ field }) => field);
  const writePhone = createPhoneWriter(mapping, phoneCountry);
  return {
    corrections,
    corrected(index, values) {
      const own = corrections.get(index);
      const seen = withCorrections(values, fields, own);
      if (own?.has("phone") !== true) return seen;
      const written = writePhone(seen);
      const phone = written[fields.indexOf("phone")];
      if (phone !== undefined) corrections.set(index, new Map(own).set("phone", phone));
      return written;
    },
    leftOut,
    putBack,
    apply(index, check) {
      const found = check | ((status[index] ?? 0) & TRIED);
      if (leftOut(index)) return found | LEFT_OUT;
      return putBack(index) ? found & ~LEFT_OUT : found;
    },
    copyTo(stagingId) {
      for (const [index, values] of corrections) {
        for (const [field, value] of values) {
          writeCorrection(db, vault, stagingId, { index, field, value });
        }
      }
      moveCorrections(db, vault, { from: former.id, to: stagingId });
    },
  };
}
