import type { ChangeKind, ComparedRow, ImportComparison, Page } from "../../../preload/types.ts";
import type { TableFormat } from "../../common/tables/table.ts";
import type { JobWork } from "../../records/jobs.ts";
import { type ComparedImports, comparedRows, compareImports } from "./compare.ts";
import { exportList, type ListExport } from "./export/export-list.ts";

/** What a process of its own does for the history. */
export interface HistoryJobs {
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
}

export const historyJobs: JobWork<HistoryJobs> = {
  "history-compare": compareImports,
  "history-compared-rows": comparedRows,
  "history-export-list": exportList,
};
