import type Sqlite from "better-sqlite3";
import type { Database } from "./database.ts";
import { plannedOnce } from "./planned-once.ts";

/** What a statement is given: values in the order of its `?`, or one object by its names. */
type Given<Params> = Params extends readonly unknown[] ? [...Params] : [Params];

export type Statement<Params, Row = never> = Sqlite.Statement<Given<Params>, Row>;

/**
 * A statement whose values and rows have types. SQLite does not tell them: they are the word of
 * whoever writes the SQL, said once, beside it.
 */
export function statement<Params, Row = never>(db: Database, sql: string): Statement<Params, Row> {
  return db.prepare<Given<Params>, Row>(plannedOnce(sql)) as Statement<Params, Row>;
}

/** The same of one column: answers its values alone. */
export function column<Params, Value>(db: Database, sql: string): Statement<Params, Value> {
  return statement<Params, Value>(db, sql).pluck() as Statement<Params, Value>;
}
