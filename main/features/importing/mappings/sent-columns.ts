import type { Connection, ListColumn, Mapping } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { knownCustomFields } from "../../../records/connections/custom-fields.ts";
import { type Header, withLabels } from "./adapt-mapping.ts";

/**
 * The columns of a list that goes out, as its import keeps them: with the names that the platform gave
 * their custom fields then, so that they are asked about where it is imported again under others.
 */
export function sentColumns(
  db: Database,
  columns: readonly ListColumn[],
  mapping: Mapping,
  connection: Pick<Connection, "id" | "settings">,
): readonly Header[] {
  const bare = columns.map(({ index, header }) => ({ index, header }));
  return withLabels(bare, mapping, knownCustomFields(db, connection));
}
