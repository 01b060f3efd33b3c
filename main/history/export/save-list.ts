import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SavedFile } from "../../../preload/types.ts";
import type { Host } from "../../hosts/host.ts";
import type { HistoryJobTypes } from "../jobs.ts";
import type { TableFormat } from "../tables/table.ts";
import type { ListExport } from "./export-list.ts";

/** Writes a list in a process of its own and hands it to the person. */
export async function saveList(
  inProcess: (
    name: "history-export-list",
    input: HistoryJobTypes["history-export-list"]["input"],
  ) => Promise<unknown>,
  saveFile: Host["saveFile"],
  list: ListExport,
  format: TableFormat,
): Promise<SavedFile> {
  const path = join(tmpdir(), `loyalty-importer-${randomUUID()}.${format}`);
  await inProcess("history-export-list", { list, format, path });
  return await saveFile(path, `history-${list.kind}.${format}`);
}
