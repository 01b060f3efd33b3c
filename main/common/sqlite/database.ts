import type Sqlite from "better-sqlite3";

/** A SQLite database. Only this folder names the library's types. */
export type Database = Sqlite.Database;
