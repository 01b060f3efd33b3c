import type { Settings } from "../../../preload/types.ts";
import type { App } from "../../app/app-port.ts";
import { DEFAULT_SETTINGS } from "../../records/settings.ts";

/** The settings that a page is handed out with; where they cannot be read the page says so later. */
export async function openingSettings(app: Pick<App, "answer">): Promise<Settings> {
  const answer = await app.answer("settings.get", {});
  return answer.ok ? (answer.value as Settings) : DEFAULT_SETTINGS;
}
