import type { Connection } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import type { Looker } from "../../pipeline/looks/looker.ts";
import { isOwnExport } from "../../pipeline/mapping/own-export.ts";
import { holdsSheet } from "../../pipeline/sources/joined/with-joined-sheets.ts";
import { knownCustomFields } from "../../records/connections/custom-fields.ts";
import type { NewDraft } from "../../records/drafts/draft-store.ts";
import { lastCampaigns } from "../../records/imports/corrections/campaign-store.ts";
import { readSetup } from "../../records/imports/import-record.ts";
import type { RegisteredFile } from "./files/file-registry.ts";
import { adaptMapping } from "./mappings/adapt-mapping.ts";
import { asKept, asRecalled } from "./mappings/kept-mapping.ts";
import { connectionOf, freshMapping, keptForList, newDraft } from "./new-draft.ts";

/**
 * A draft of a list with the mapping and options of an earlier import, as far as the list has the
 * columns and the connection is still there. Fixed secrets are not kept with imports: they have to
 * be entered again.
 * @throws AppError "not-found"; those of the sources
 */
export async function importAgain(
  db: Database,
  looker: Looker,
  importId: number,
  file: RegisteredFile,
  connections: readonly Connection[],
): Promise<NewDraft> {
  const { summary, sheet, headerRow, columns, mapping, options } = readSetup(db, importId);
  const first = await newDraft(db, looker, file, connections);
  const choice = {
    ...(first.reading.sheet !== sheet && holdsSheet(first.reading.sheets, sheet) ? { sheet } : {}),
    ...(headerRow === 0 ? { headerRow } : {}),
  };
  const draft =
    Object.keys(choice).length === 0
      ? first
      : await newDraft(db, looker, file, connections, choice);
  const earlier = connectionOf(connections, options);
  const proposed = connectionOf(connections, first.options);
  // What was practised goes to the own account, once there is one.
  const moves = earlier?.kind === "practice" && proposed?.kind === "api";
  const connection = moves ? proposed : earlier;
  const chosen = {
    ...options,
    connectionId: connection?.id ?? null,
    campaigns: moves ? first.options.campaigns : lastCampaigns(db, importId),
  };
  // Its rows went through that mapping already.
  if (isOwnExport(draft.reading.columns)) return { ...draft, options: chosen };
  const adapted = adaptMapping(asRecalled(asKept(mapping)), columns, draft.reading.columns);
  const { addedHeaders, goneHeaders } = adapted;
  const labels = knownCustomFields(db, connection);
  const fresh = freshMapping(draft.reading, labels);
  return {
    ...draft,
    ...keptForList(adapted, draft.reading, fresh, labels),
    options: chosen,
    remembered: {
      id: null,
      name: summary.fileName,
      usedAt: summary.startedAt,
      added: addedHeaders.length,
      gone: goneHeaders.length,
      addedHeaders,
      goneHeaders,
    },
  };
}
