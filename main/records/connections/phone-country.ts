import type { ImportOptions } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { parseSettings } from "./settings.ts";

/** The country whose phone numbers a connection's customers have (as ISO 3166 writes it), if it is said. */
export function phoneCountryOf(
  db: Database,
  { connectionId }: Pick<ImportOptions, "connectionId">,
): string | null {
  if (connectionId === null) return null;
  const settings = db
    .prepare("SELECT settings FROM connections WHERE id = ?")
    .pluck()
    .get(connectionId);
  return typeof settings === "string" ? (parseSettings(settings).country ?? null) : null;
}
