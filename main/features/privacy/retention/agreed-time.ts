import type { Database } from "../../../common/sqlite/database.ts";
import { newestTime } from "../../../records/imports/retention/due-imports.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Further ahead than this a clock is not believed at once, however long the program lay idle. */
const MAX_STEP_MS = 32 * DAY_MS;
/** A time further ahead is believed when a later start on another day tells much the same. */
const CONFIRMED_MS = 20 * 60 * 60 * 1000;

const FRESH_MS = 10 * 60 * 1000;

const KEY = "agreed-time";

interface Kept {
  /** The newest time that the records agree on. */
  readonly agreed: number;
  /** A time far ahead of it that one start told. */
  readonly told: number | null;
}

/**
 * The newest time that the records of a data folder agree on, never later than now: what is erased
 * by its age goes by this one. A single start with a clock far ahead does not move it.
 * @param now by the computer's clock
 */
export function agreeOnTime(db: Database, now: number): number {
  const kept = read(db);
  const before = kept ?? { agreed: newestRecord(db, now), told: null };
  const after = next(before, now);
  // Most starts come shortly after another, and need not write.
  const fresh = after.told === before.told && after.agreed - before.agreed < FRESH_MS;
  if (kept === null || !fresh) {
    db.prepare("INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)").run(
      KEY,
      JSON.stringify(after),
    );
  }
  return Math.min(after.agreed, now);
}

function next({ agreed, told }: Kept, now: number): Kept {
  if (now - agreed <= MAX_STEP_MS) return { agreed: Math.max(agreed, now), told: null };
  const since = told === null ? -1 : now - told;
  if (since >= CONFIRMED_MS && since <= MAX_STEP_MS) return { agreed: now, told: null };
  return { agreed, told: since >= 0 && since < CONFIRMED_MS ? told : now };
}

function read(db: Database): Kept | null {
  const kept = db.prepare("SELECT value FROM settings WHERE key = ?").pluck().get(KEY);
  if (kept === undefined) return null;
  const { agreed, told } = JSON.parse(String(kept)) as Partial<Kept>;
  return typeof agreed === "number"
    ? { agreed, told: typeof told === "number" ? told : null }
    : null;
}

/** The newest time in a folder that earlier versions kept; a new folder begins now. */
function newestRecord(db: Database, now: number): number {
  const newest = newestTime(db, now);
  return newest === null ? now : Math.min(newest, now);
}
