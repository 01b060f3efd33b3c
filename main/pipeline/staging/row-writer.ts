import type { FieldName } from "../../../preload/fields.ts";
import type { MappedRow } from "../../common/rows.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { customerHashKey } from "../../records/customers/keys.ts";
import type { Vault } from "../../records/vault/vault.ts";
import { measureRow } from "../batches/measure.ts";
import type { StagedProblem } from "./problem-rows.ts";
import { createStagingWriter, type StagingWriter } from "./staging-writer.ts";
import { createChunkPacker, type PackedChunk } from "./thread/checked-chunk.ts";

/** Writes a staging of rows that come one by one, and are compared with none of the others. */
export interface RowWriter extends Pick<StagingWriter, "end"> {
  /** The next row in list order. */
  add(row: MappedRow, status: number, problems: readonly StagedProblem[]): void;
}

export function createRowWriter(
  db: Database,
  vault: Vault,
  { id, fields }: { readonly id: number; readonly fields: readonly FieldName[] },
): RowWriter {
  const writer = createStagingWriter(db, vault, id);
  const packer = createChunkPacker({ fields, compared: [], customers: customerHashKey(vault) });
  function keep(chunk: PackedChunk | null): void {
    if (chunk !== null) writer.keep(chunk);
  }
  return {
    add(row, status, problems) {
      writer.add(measureRow(row.values).delimiters, status, problems);
      keep(packer.add({ mapped: row, read: [], own: [] }));
    },
    end() {
      keep(packer.end());
      return writer.end();
    },
  };
}
