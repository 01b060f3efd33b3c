import type { FieldName } from "../../../../preload/fields.ts";
import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { takesAmountsOnly } from "../../../records/connections/campaign-kinds.ts";
import { phoneCountryOf } from "../../../records/connections/phone-country.ts";
import { type BatchPayload, openPayload } from "../../../records/imports/batches/payload.ts";
import { createSealedRowsReader } from "../../../records/imports/batches/sealed-parts.ts";
import {
  type CorrectableRecord,
  requireCorrectable,
} from "../../../records/imports/corrections/correctable-batch.ts";
import type { Vault } from "../../../records/vault/vault.ts";

/** A batch whose rows may be corrected. */
export interface CorrectableBatch extends CorrectableRecord, BatchPayload {
  readonly sealedRows: Buffer;
  /** Its first campaign is known to take no names of products. */
  readonly amountsOnly: boolean;
  /** The country of its connection's phone numbers, if it is said. */
  readonly phoneCountry: string | null;
}

/** @throws AppError of `requireCorrectable`, sealed-data-unreadable */
export function openCorrectable(db: Database, vault: Vault, batchId: number): CorrectableBatch {
  return createCorrectableReader(db, vault)(batchId);
}

/** As `openCorrectable`; rows that were opened last are not opened again as long as they are the same. */
export function createCorrectableReader(db: Database, vault: Vault) {
  const rowsOf = createSealedRowsReader(db);
  let last: (BatchPayload & { readonly sealedRows: Buffer }) | null = null;
  return (batchId: number): CorrectableBatch => {
    const record = requireCorrectable(db, batchId);
    const sealedRows = rowsOf(batchId);
    if (sealedRows === undefined) throw new AppError("sealed-data-unreadable");
    // Sealed with a random nonce: the same bytes are the same rows of the same batch.
    if (last === null || !last.sealedRows.equals(sealedRows)) {
      last = { ...openPayload(vault, sealedRows), sealedRows };
    }
    const phoneCountry = phoneCountryOf(db, record);
    return { ...record, ...last, amountsOnly: takesAmountsOnly(db, record), phoneCountry };
  };
}

/** The place of a field that a person may see and so may correct. @throws AppError "not-found" */
export function placeOfField({ fields }: CorrectableBatch, field: FieldName): number {
  const place = fields.indexOf(field);
  if (place < 0) throw new AppError("not-found", { params: { what: "column" } });
  return place;
}
