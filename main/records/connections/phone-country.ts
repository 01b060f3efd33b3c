import type { ImportOptions } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { column } from "../../common/sqlite/statement.ts";
import { parseSettings } from "./settings.ts";

/** The country whose phone numbers a connection's customers have (as ISO 3166 writes it), if it is said. */
export function phoneCountryOf(
  db: Database,
  { connectionId }: Pick<ImportOptions, "connectionId">,
): string | null {
  if (connectionId === null) return null;
  const settings = column<[id: number], string>(
    db,
    "SELECT settings FROM connections WHERE id = ?",
  ).get(connectionId);
  return settings === undefined ? null : (parseSettings(settings).country ?? null);
}
