import type {
  ChangeKind,
  ComparedRow,
  ForgetResult,
  ImportComparison,
  Page,
} from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import type { TableFormat } from "../../common/tables/table.ts";
import type { Vault } from "../../records/vault/vault.ts";
import type { ForgetRequest } from "../privacy/forget/forget-customer.ts";
import { forget } from "../privacy/forget.ts";
import { type ComparedImports, comparedRows, compareImports } from "./compare.ts";
import { exportList, type ListExport } from "./export/export-list.ts";

/** What a process of its own does for the history; plain data in and out. */
export interface HistoryJobTypes {
  readonly "history-compare": {
    readonly input: ComparedImports;
    readonly result: ImportComparison;
  };
  readonly "history-compared-rows": {
    readonly input: ComparedImports & {
      readonly change: ChangeKind;
      readonly offset: number;
      readonly limit: number;
    };
    readonly result: Page<ComparedRow>;
  };
  readonly "history-export-list": {
    readonly input: {
      readonly list: ListExport;
      readonly format: TableFormat;
      readonly path: string;
    };
    readonly result: { readonly rows: number };
  };
  readonly "history-forget": { readonly input: ForgetRequest; readonly result: ForgetResult };
}

type Work<N extends keyof HistoryJobTypes> = (
  db: Database,
  vault: Vault,
  input: HistoryJobTypes[N]["input"],
) => HistoryJobTypes[N]["result"] | Promise<HistoryJobTypes[N]["result"]>;

export const historyJobs: { readonly [N in keyof HistoryJobTypes]: Work<N> } = {
  "history-compare": compareImports,
  "history-compared-rows": comparedRows,
  "history-forget": forget,
  "history-export-list": exportList,
};
