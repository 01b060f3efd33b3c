import type { CallInput } from "../../../../preload/contract.ts";
import type { ImportSummary, Page } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { column, statement } from "../../../common/sqlite/statement.ts";
import { SUMMARY_COLUMNS, type SummaryRecord, toSummary } from "../import-record.ts";

export type HistoryQuery = Omit<CallInput<"history.list">, "customer"> & {
  /** Lists only the imports with these ids, as those that sent one customer. */
  readonly importIds?: readonly number[];
};

type Values = Readonly<Record<string, string | number>>;

/** Shorter texts have no three-letter parts to be found by. */
const INDEXED_LENGTH = 3;

/** One page of past imports, newest first, searched and counted in the database. */
export function listImports(db: Database, query: HistoryQuery): Page<ImportSummary> {
  const { sql, countSql, values } = listSql(query);
  const total = column<Values, number>(db, countSql).get(values) ?? 0;
  const page = { ...values, limit: query.limit, offset: query.offset };
  const records = statement<Values, SummaryRecord>(db, sql).all(page);
  return { items: records.map(toSummary), total };
}

/** The statements of a query with its named values; exported so that a test can ask their plans. */
export function listSql(query: HistoryQuery): {
  readonly sql: string;
  readonly countSql: string;
  readonly values: Values;
} {
  const where = ["phase = 'queued'"];
  const values: Record<string, string | number> = {};
  if (query.state !== undefined) {
    where.push("state = :state");
    values.state = query.state;
  }
  if (query.connectionId !== undefined) {
    where.push("connection_id = :connection");
    values.connection = query.connectionId;
  }
  if (query.from !== undefined) {
    where.push("started_at >= :from");
    values.from = query.from;
  }
  if (query.until !== undefined) {
    where.push("started_at < :until");
    values.until = query.until;
  }
  if (query.importIds !== undefined) {
    values.imports = JSON.stringify(query.importIds);
  }
  const words = (query.search ?? "").trim().split(/\s+/u).filter(Boolean);
  const indexed = words.filter((word) => [...word].length >= INDEXED_LENGTH);
  if (indexed.length > 0) {
    where.push("id IN (SELECT rowid FROM imports_search WHERE imports_search MATCH :match)");
    values.match = indexed.map((word) => `"${word.replaceAll('"', '""')}"`).join(" AND ");
  }
  for (const [n, word] of words.filter((each) => !indexed.includes(each)).entries()) {
    where.push(`(file_name LIKE :w${n} ESCAPE '\\' OR connection_name LIKE :w${n} ESCAPE '\\')`);
    values[`w${n}`] = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
  }
  // Few imports are wanted of many: each is sought by its number.
  const from =
    query.importIds === undefined
      ? "imports"
      : "(SELECT value AS wanted FROM json_each(:imports)) CROSS JOIN imports ON id = wanted";
  const rest = `FROM ${from} WHERE ${where.join(" AND ")}`;
  return {
    sql: `SELECT ${SUMMARY_COLUMNS} ${rest}
      ORDER BY started_at DESC, id DESC LIMIT :limit OFFSET :offset`,
    countSql: `SELECT count(*) ${rest}`,
    values,
  };
}

/** The import whose last batch was answered last, of those whose rows are kept. */
export function lastSent(db: Database): ImportSummary | null {
  const record = statement<[], SummaryRecord>(db, LAST_SENT_SQL).get();
  return record === undefined ? null : toSummary(record);
}

/** By the index `imports_to_purge`; exported so that a test can ask its plan. */
export const LAST_SENT_SQL = `SELECT ${SUMMARY_COLUMNS} FROM imports INDEXED BY imports_to_purge
  WHERE rows_kept = 1 AND finished_at IS NOT NULL AND phase = 'queued'
    AND rows_accepted + rows_rejected + rows_uncertain > 0
  ORDER BY finished_at DESC LIMIT 1`;
