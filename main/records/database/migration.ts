import type { Database } from "../../common/sqlite/database.ts";

/** A step from the version before to `version`; visible SQL, forward only. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  up(db: Database): void;
}
