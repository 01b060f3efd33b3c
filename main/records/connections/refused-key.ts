import type { Database } from "../../common/sqlite/database.ts";
import { statement } from "../../common/sqlite/statement.ts";

/** The platform refused the key: nothing is sent with it until somebody has looked. */
export function holdRefused(db: Database, connectionId: number): void {
  statement<[number]>(
    db,
    "UPDATE connections SET hold = 'credentials' WHERE id = ? AND hold IS NULL",
  ).run(connectionId);
}

/** The platform took the key that it had refused before. */
export function liftRefused(db: Database, connectionId: number): void {
  statement<[number]>(
    db,
    "UPDATE connections SET hold = NULL WHERE id = ? AND hold = 'credentials'",
  ).run(connectionId);
}
