import type { SavedFile } from "../../../../preload/types.ts";
import type { Host } from "../../../common/host/host.ts";
import type { TableFormat } from "../../../common/tables/table.ts";
import { outgoingPath } from "../../../records/files/outgoing.ts";
import type { JobRunner } from "../../../records/jobs.ts";
import type { HistoryJobs } from "../jobs.ts";
import type { ListExport } from "./export-list.ts";

/** Writes a list in a process of its own and hands it to the person. */
export async function saveList(
  jobs: JobRunner<Pick<HistoryJobs, "history-export-list">>,
  saveFile: Host["saveFile"],
  dataDir: string,
  list: ListExport,
  format: TableFormat,
): Promise<SavedFile> {
  const path = outgoingPath(dataDir, format);
  await jobs.run("history-export-list", { list, format, path });
  return await saveFile(path, `history-${list.kind}.${format}`);
}
