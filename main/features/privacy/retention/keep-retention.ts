import type { RetentionQuestion } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { dueImports } from "../../../records/imports/retention/due-imports.ts";
import { readSettings } from "../../../records/settings.ts";
import { agreeOnTime } from "./agreed-time.ts";
import { type PurgeResult, purgeOldRows } from "./retention.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Takes rows away that are older than the setting says, whichever face of the program is open. Goes
 * by the time that the records agree on. More than a day's worth at once is not taken away before a
 * person has said so, also where the program was not started for some days: from here, that looks
 * the same as a clock that was set ahead.
 * @returns what is to be asked, or null
 */
export async function keepRetention(
  db: Database,
  now: number = Date.now(),
  signal?: AbortSignal,
): Promise<RetentionQuestion | null> {
  const time = agreeOnTime(db, now);
  const question = questionAt(db, time);
  if (question !== null) return question;
  await purgeOldRows(db, time, signal);
  return null;
}

/** What a person has to say yes to; null where nothing is to be asked. */
export function retentionQuestion(
  db: Database,
  now: number = Date.now(),
): RetentionQuestion | null {
  return questionAt(db, agreeOnTime(db, now));
}

/** A person has said yes to it. */
export async function confirmRetention(
  db: Database,
  now: number = Date.now(),
): Promise<PurgeResult> {
  return await purgeOldRows(db, agreeOnTime(db, now));
}

function questionAt(db: Database, time: number): RetentionQuestion | null {
  const days = readSettings(db).retentionDays;
  const { imports, oldest, newest } = dueImports(db, time - days * DAY_MS);
  if (oldest === null || newest === null) return null;
  return newest - oldest <= DAY_MS ? null : { imports, oldest, newest, days };
}
