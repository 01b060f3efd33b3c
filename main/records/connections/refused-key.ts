import type { Database } from "../../common/sqlite/database.ts";

/** The platform refused the key: nothing is sent with it until somebody has looked. */
export function holdRefused(db: Database, connectionId: number): void {
  db.prepare("UPDATE connections SET hold = 'credentials' WHERE id = ? AND hold IS NULL").run(
    connectionId,
  );
}

/** The platform took the key that it had refused before. */
export function liftRefused(db: Database, connectionId: number): void {
  db.prepare("UPDATE connections SET hold = NULL WHERE id = ? AND hold = 'credentials'").run(
    connectionId,
  );
}
