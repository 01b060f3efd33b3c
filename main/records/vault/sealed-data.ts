import type { Database } from "../../common/sqlite/database.ts";
import { statement } from "../../common/sqlite/statement.ts";

/**
 * Whether anything in the database was sealed, or hashed, with the data key: values of either kind
 * are the only BLOBs there are, beside the wrapped key itself and the search index of SQLite's own.
 */
export function holdsSealedData(db: Database): boolean {
  const columns = statement<[], { readonly tableName: string; readonly columnName: string }>(
    db,
    `SELECT tables.name AS tableName, columns.name AS columnName
         FROM pragma_table_list AS tables, pragma_table_info(tables.name) AS columns
        WHERE tables.schema = 'main' AND tables.type = 'table' AND tables.name <> 'vault'
          AND columns.type = 'BLOB'`,
  ).all();
  return columns.some(
    ({ tableName, columnName }) =>
      statement<[], object>(
        db,
        `SELECT 1 FROM "${tableName}" WHERE "${columnName}" IS NOT NULL LIMIT 1`,
      ).get() !== undefined,
  );
}
