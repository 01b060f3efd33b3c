import { dirname } from "node:path";
import type { CallInput } from "../../../preload/contract.ts";
import type {
  BatchDetail,
  CustomerStory,
  FoundCustomers,
  GeneratedRow,
  HistoryChart,
  ImportDetail,
  ImportRows,
  ImportSummary,
  Page,
  Problem,
  SavedFile,
} from "../../../preload/types.ts";
import type { Host } from "../../common/host/host.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { readAtOnce } from "../../common/sqlite/read-at-once.ts";
import { outgoingPath } from "../../records/files/outgoing.ts";
import { type HistoryQuery, listImports } from "../../records/imports/history/list-imports.ts";
import { readSetup } from "../../records/imports/import-record.ts";
import type { Vault } from "../../records/vault/vault.ts";
import { getBatch } from "./batch.ts";
import { importChart } from "./chart.ts";
import { type CustomerStoryQuery, customerStory, importsOfCustomer } from "./customer-story.ts";
import { type ExportRequest, exportImport, exportName } from "./export/export.ts";
import { findByText } from "./find-by-text.ts";
import { getImport } from "./get.ts";
import { listGenerated } from "./list-generated.ts";
import { listProblems } from "./problems.ts";
import { importRows } from "./rows/import-rows.ts";

/** Past imports of a data folder, and those under way. */
export interface History {
  /** With `customer`: imports that sent the customer of this exact code, card number or e-mail. */
  list(query: HistoryQuery & { readonly customer?: string }): Page<ImportSummary>;
  /** Imports over time with what came of them. */
  chart(query: CallInput<"history.chart">): HistoryChart;
  /** One customer in every import that sent them. @throws AppError "not-found" */
  customer(query: CustomerStoryQuery): CustomerStory;
  /** Whom a search may mean. @throws AppError "not-found" */
  findCustomers(input: CallInput<"history.findCustomers">): Promise<FoundCustomers>;
  /** @throws AppError "not-found" */
  get(importId: number): ImportDetail;
  /** Without the batches; quick however many there are. @throws AppError "not-found" */
  summary(importId: number): ImportSummary;
  batch(batchId: number): BatchDetail;
  /** @throws AppError "not-found" */
  generated(input: CallInput<"history.generated">): Promise<Page<GeneratedRow>>;
  problems(input: {
    readonly importId: number;
    readonly offset: number;
    readonly limit: number;
  }): Page<Problem>;
  /** One page of the rows of a kind, with what became of each. @throws AppError "not-found" */
  rows(input: CallInput<"history.rows">): Promise<ImportRows>;
  /** @throws AppError not-found | export-empty | export-not-written | disk-full */
  export(request: ExportRequest, saveFile: Host["saveFile"]): Promise<SavedFile>;
  /** As `export`, but straight to a path. */
  exportTo(request: ExportRequest, path: string): Promise<{ readonly rows: number }>;
}

export function createHistory(db: Database, vault: Vault): History {
  return {
    list: ({ customer, ...query }) =>
      readAtOnce(db, () => {
        if (customer === undefined) return listImports(db, query);
        return listImports(db, { ...query, importIds: importsOfCustomer(db, vault, { customer }) });
      }),
    chart: (query) => importChart(db, query),
    customer: (query) => readAtOnce(db, () => customerStory(db, vault, query)),
    findCustomers: (input) => findByText(db, vault, input),
    get: (importId) => getImport(db, vault, importId),
    summary: (importId) => readSetup(db, importId).summary,
    batch: (batchId) => getBatch(db, vault, batchId),
    generated: (input) => listGenerated(db, vault, input),
    problems: ({ importId, ...page }) => listProblems(db, importId, page),
    rows: (input) => importRows(db, vault, input),
    exportTo: (request, path) => exportImport(db, vault, request, path),
    async export(request, saveFile) {
      const name = exportName(db, request);
      // The host takes the file over: a browser fetches it later.
      const path = outgoingPath(dirname(db.name), request.format);
      await exportImport(db, vault, request, path);
      return await saveFile(path, name);
    },
  };
}
