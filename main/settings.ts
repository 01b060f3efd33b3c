import type { Database } from "better-sqlite3";
import type { Language } from "../preload/messages/index.ts";
import type { Settings } from "../preload/types.ts";

export const DEFAULT_SETTINGS: Settings = {
  language: "system",
  theme: "system",
  retentionDays: 90,
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
    const settings = { ...readSettings(db), ...change };
    db.prepare(
      `INSERT INTO settings (key, value) VALUES ('user', ?)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    ).run(JSON.stringify(settings));
    return settings;
  });
  return write.immediate();
}

/** The language that a person chose, else that of the system where there are texts in it. */
export function chosenLanguage(db: Database): Language {
  const { language } = readSettings(db);
  if (language !== "system") return language;
  // Of what knows the system's language this is ready the soonest: it is asked at the start.
  return new Intl.PluralRules().resolvedOptions().locale.startsWith("es") ? "es" : "en";
}
