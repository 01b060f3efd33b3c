import { DEFAULT_CONNECTION_SETTINGS } from "../../preload/connection-settings.ts";
import type { Language } from "../../preload/messages/index.ts";
import type { ConnectionSettings, Settings } from "../../preload/types.ts";
import type { Database } from "../common/sqlite/database.ts";

export const DEFAULT_SETTINGS: Settings = {
  language: "system",
  formats: "system",
  theme: "system",
  retentionDays: 90,
  batchRows: DEFAULT_CONNECTION_SETTINGS.batchRows,
  welcomed: false,
};

/** The user's settings of a data folder; those never set have their default. */
export function readSettings(db: Database): Settings {
  const row = db.prepare("SELECT value FROM settings WHERE key = 'user'").get() as
    | { value: string }
    | undefined;
  return row === undefined ? DEFAULT_SETTINGS : { ...DEFAULT_SETTINGS, ...JSON.parse(row.value) };
}

export function changeSettings(db: Database, change: Partial<Settings>): Settings {
  const write = db.transaction(() => {
    const before = readSettings(db);
    const settings = { ...before, ...change };
    if (settings.batchRows !== before.batchRows) {
      followBatchRows(db, before.batchRows, settings.batchRows);
    }
    db.prepare(
      `INSERT INTO settings (key, value) VALUES ('user', ?)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    ).run(JSON.stringify(settings));
    return settings;
  });
  return write.immediate();
}

/** Connections with the number that held for all of them get the new one; others keep their own. */
function followBatchRows(db: Database, before: number, now: number): void {
  db.prepare(
    `UPDATE connections SET settings = json_set(settings, '$.batchRows', :now)
     WHERE coalesce(json_extract(settings, '$.batchRows'), :usual) = :before`,
  ).run({ now, before, usual: DEFAULT_CONNECTION_SETTINGS.batchRows });
}

/** What a new connection starts with in this data folder. */
export function newConnectionSettings(db: Database): ConnectionSettings {
  return { ...DEFAULT_CONNECTION_SETTINGS, batchRows: readSettings(db).batchRows };
}

export function chosenLanguage(db: Database): Language {
  return languageOf(readSettings(db));
}

/** The language that a person chose, else that of the system where there are texts in it. */
export function languageOf({ language }: Pick<Settings, "language">): Language {
  if (language !== "system") return language;
  // Of what knows the system's language this is ready the soonest: it is asked at the start.
  return new Intl.PluralRules().resolvedOptions().locale.startsWith("es") ? "es" : "en";
}
