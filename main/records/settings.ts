import { DEFAULT_CONNECTION_SETTINGS } from "../../preload/connection-settings.ts";
import { type Language, nearestLanguage } from "../../preload/languages.ts";
import { chooseFormats } from "../../preload/lists/format-locales.ts";
import type { ConnectionSettings, Settings } from "../../preload/types.ts";
import type { Database } from "../common/sqlite/database.ts";
import { column, statement } from "../common/sqlite/statement.ts";
import { systemFormats } from "../common/system/region.ts";
import { speak } from "../common/text.ts";

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
  const kept = column<[], string>(db, "SELECT value FROM settings WHERE key = 'user'").get();
  return kept === undefined ? DEFAULT_SETTINGS : { ...DEFAULT_SETTINGS, ...JSON.parse(kept) };
}

export function changeSettings(db: Database, change: Partial<Settings>): Settings {
  const write = db.transaction(() => {
    const before = readSettings(db);
    const settings = { ...before, ...change };
    if (settings.batchRows !== before.batchRows) {
      followBatchRows(db, before.batchRows, settings.batchRows);
    }
    statement<[string]>(
      db,
      `INSERT INTO settings (key, value) VALUES ('user', ?)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    ).run(JSON.stringify(settings));
    return settings;
  });
  return write.immediate();
}

/** Connections with the number that held for all of them get the new one; others keep their own. */
function followBatchRows(db: Database, before: number, now: number): void {
  statement<{ readonly now: number; readonly before: number; readonly usual: number }>(
    db,
    `UPDATE connections SET settings = json_set(settings, '$.batchRows', :now)
     WHERE coalesce(json_extract(settings, '$.batchRows'), :usual) = :before`,
  ).run({ now, before, usual: DEFAULT_CONNECTION_SETTINGS.batchRows });
}

/** What a new connection starts with in this data folder. */
export function newConnectionSettings(db: Database): ConnectionSettings {
  return { ...DEFAULT_CONNECTION_SETTINGS, batchRows: readSettings(db).batchRows };
}

/** Speaks from now on as the settings say: language and numbers. */
export async function speakAs(settings: Settings): Promise<void> {
  await speak(languageOf(settings), () => formatsOf(settings));
}

/** The language that a person chose, else that of the system where there are texts in it. */
export function languageOf({ language }: Pick<Settings, "language">): Language {
  if (language !== "system") return language;
  // `Intl` knows the system's language sooner than anything else, and the start asks for it.
  return nearestLanguage(new Intl.PluralRules().resolvedOptions().locale);
}

/**
 * Whose numbers the files follow that spreadsheet programs open. As in the window, but for who chose
 * nothing at all: there it is the system's, in which that program runs, whatever the words are in.
 */
export function formatsOf(
  settings: Pick<Settings, "language" | "formats">,
  system: string = systemFormats(),
): string {
  if (settings.language === "system" && settings.formats === "system") return system;
  return chooseFormats(settings.formats, languageOf(settings), system);
}
