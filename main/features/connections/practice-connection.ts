import { DEFAULT_CONNECTION_SETTINGS } from "../../../preload/connection-settings.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { t } from "../../common/text.ts";
import { PRACTICE_CAMPAIGNS, PRACTICE_CREDENTIALS } from "../../practice/account.ts";

/** Shown while the practice server is not running; its port is another one at every start. */
const PLACEHOLDER_URL = "http://127.0.0.1/";

/** Remembers that it was made, so that a person who removed it does not meet it again. */
const MADE = "practice-connection-made";

/**
 * Gives a new data folder its practice connection, once, however many processes open it. It is
 * called so in the language of that moment, and a person may call it otherwise.
 */
export function ensurePracticeConnection(db: Database): void {
  const isMade = db.prepare("SELECT 1 FROM settings WHERE key = ?");
  if (isMade.get(MADE) !== undefined) return;
  const make = db.transaction(() => {
    if (isMade.get(MADE) !== undefined) return;
    const now = Date.now();
    const settings = {
      ...DEFAULT_CONNECTION_SETTINGS,
      campaigns: PRACTICE_CAMPAIGNS.slice(0, 1).map((campaign) => campaign.id),
    };
    db.prepare(
      `INSERT INTO connections (name, kind, url, user_id, account_id, settings, created_at, updated_at)
       VALUES (?, 'practice', ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO NOTHING`,
    ).run(
      t("words:practice"),
      PLACEHOLDER_URL,
      PRACTICE_CREDENTIALS.userId,
      PRACTICE_CREDENTIALS.accountId,
      JSON.stringify(settings),
      now,
      now,
    );
    db.prepare("INSERT INTO settings (key, value) VALUES (?, 'true')").run(MADE);
  });
  make.immediate();
}
