import type { Database } from "../../../common/sqlite/database.ts";
import { hasOpenImports } from "../../../records/imports/queue/open-batches.ts";
import { FREE_LINE, type Line, LONGEST_ASKED_MS, LONGEST_MS } from "./pace.ts";

/** What a line has learnt of the platform is forgotten this long after its next try was due. */
const FORGOTTEN_MS = 10 * 60 * 1000;

/** The lines of all connections, as the data folder's processes share them. */
export interface Lines {
  read(connectionId: number, now: number): Line;
  /** To be called inside a transaction. */
  write(connectionId: number, line: Line): void;
  /** Inside a transaction: where nothing waits, a new list is tried at once. */
  forgetIdle(connectionId: number): void;
  /** Inside a transaction: changes the lines of all connections that are not free. */
  writeAll(now: number, change: (line: Line) => Line): void;
}

interface StoredLine extends Omit<Line, "asked"> {
  readonly asked: 0 | 1;
}

export function createLines(db: Database): Lines {
  const find = db.prepare(
    `SELECT failures, gap, answers, next_at AS nextAt, cause, asked
     FROM connection_lines WHERE connection_id = ?`,
  );
  const put = db.prepare(
    `INSERT INTO connection_lines (connection_id, failures, gap, answers, next_at, cause, asked)
     VALUES (:connectionId, :failures, :gap, :answers, :nextAt, :cause, :asked)
     ON CONFLICT (connection_id) DO UPDATE SET failures = excluded.failures, gap = excluded.gap,
       answers = excluded.answers, next_at = excluded.next_at, cause = excluded.cause,
       asked = excluded.asked`,
  );
  const remove = db.prepare("DELETE FROM connection_lines WHERE connection_id = ?");
  const forget = db.prepare("DELETE FROM connection_lines WHERE connection_id = ? AND asked = 0");
  const all = db.prepare("SELECT connection_id FROM connection_lines").pluck();

  function read(connectionId: number, now: number): Line {
    const stored = find.get(connectionId) as StoredLine | undefined;
    if (stored === undefined || now - stored.nextAt > FORGOTTEN_MS) return FREE_LINE;
    const line = { ...stored, asked: stored.asked === 1 };
    // A time further ahead than the longest wait was written before the clock was set back.
    const longest = line.asked ? LONGEST_ASKED_MS : LONGEST_MS;
    return line.nextAt - now > longest ? { ...line, nextAt: 0 } : line;
  }

  function write(connectionId: number, line: Line): void {
    if (line.failures === 0 && line.gap === 0) remove.run(connectionId);
    else put.run({ connectionId, ...line, asked: Number(line.asked) });
  }

  return {
    read,
    write,
    forgetIdle(connectionId) {
      if (!hasOpenImports(db, connectionId)) forget.run(connectionId);
    },
    writeAll(now, change) {
      for (const id of all.all() as number[]) write(id, change(read(id, now)));
    },
  };
}
