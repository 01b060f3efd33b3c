import { assertNever } from "../../../../preload/assert-never.ts";
import type { ChangeKind } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import type { Table, TableFormat } from "../../../common/tables/table.ts";
import { writeTable } from "../../../common/tables/write-table.ts";
import type { CustomerQuery } from "../../../records/customers/find-customer.ts";
import type { HistoryQuery } from "../../../records/imports/history/list-imports.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import type { ComparedImports } from "../compare.ts";
import { importsOfCustomer } from "../customer-story.ts";
import { comparedTable, customerTable, importsTable } from "./list-tables.ts";

/** Anything that the history lists. */
export type ListExport =
  | ({
      readonly kind: "imports";
      readonly customer?: string;
    } & Omit<HistoryQuery, "offset" | "limit" | "importIds">)
  | ({ readonly kind: "customer" } & CustomerQuery)
  | ({ readonly kind: "compared"; readonly change: ChangeKind } & ComparedImports);

/**
 * Writes a list to `path`, safe to open in a spreadsheet program.
 * @throws AppError not-found | export-not-written | disk-full
 */
export async function exportList(
  db: Database,
  vault: Vault,
  request: { readonly list: ListExport; readonly format: TableFormat; readonly path: string },
): Promise<{ readonly rows: number }> {
  return await writeTable(request.path, request.format, tableOfList(db, vault, request.list));
}

function tableOfList(db: Database, vault: Vault, list: ListExport): Table {
  switch (list.kind) {
    case "imports": {
      const { kind: _, customer, ...query } = list;
      if (customer === undefined) return importsTable(db, query);
      return importsTable(db, {
        ...query,
        importIds: importsOfCustomer(db, vault, { customer }),
      });
    }
    case "customer":
      return customerTable(db, vault, list);
    case "compared":
      return comparedTable(db, vault, list);
    default:
      return assertNever(list);
  }
}
