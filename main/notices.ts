import type { Database } from "better-sqlite3";

/** What a person is told at the next occasion, in whichever face of the program that is. */
export const NOTICES = ["restore-interrupted"] as const;
export type NoticeCode = (typeof NOTICES)[number];

const KEY = "notices";

/** Those that nobody has been told yet, the oldest first. */
export function readNotices(db: Database): readonly NoticeCode[] {
  const kept = db.prepare("SELECT value FROM settings WHERE key = ?").pluck().get(KEY);
  if (kept === undefined) return [];
  const codes: unknown = JSON.parse(String(kept));
  if (!Array.isArray(codes)) return [];
  return NOTICES.filter((code) => codes.includes(code));
}

export function keepNotice(db: Database, code: NoticeCode): void {
  write(db, (now) => [...now.filter((each) => each !== code), code]);
}

/** Has been told. */
export function dropNotice(db: Database, code: NoticeCode): void {
  write(db, (now) => now.filter((each) => each !== code));
}

function write(db: Database, change: (now: readonly NoticeCode[]) => readonly NoticeCode[]): void {
  const work = db.transaction(() => {
    db.prepare("INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)").run(
      KEY,
      JSON.stringify(change(readNotices(db))),
    );
  });
  work.immediate();
}
