import type { HandlersFor } from "../../common/calls.ts";
import type { Host } from "../../common/host/host.ts";
import type { JobRunner } from "../../records/jobs.ts";
import { saveList } from "./export/save-list.ts";
import type { History } from "./history.ts";
import type { HistoryJobs } from "./jobs.ts";

type HistoryCalls = Omit<HandlersFor<"history">, "history.importAgain" | "history.forget">;

/** The calls about past imports, but for those that other features answer. */
export function historyCalls({
  history,
  jobs,
  host,
  dataDir,
}: {
  readonly history: History;
  readonly jobs: JobRunner<HistoryJobs>;
  readonly host: Pick<Host, "saveFile">;
  readonly dataDir: string;
}): HistoryCalls {
  return {
    "history.list": (input) => history.list(input),
    "history.get": ({ importId }) => history.get(importId),
    "history.batch": ({ batchId }) => history.batch(batchId),
    "history.generated": (input) => history.generated(input),
    "history.problems": (input) => history.problems(input),
    "history.rows": (input) => history.rows(input),
    "history.export": (input) => history.export(input, host.saveFile),
    "history.chart": (input) => history.chart(input),
    "history.customer": (input) => history.customer(input),
    "history.findCustomers": (input) => history.findCustomers(input),
    "history.exportList": ({ list, format }) =>
      saveList(jobs, host.saveFile, dataDir, list, format),
    "history.compare": (input) => jobs.run("history-compare", input),
    "history.comparedRows": (input) => jobs.run("history-compared-rows", input),
  };
}
