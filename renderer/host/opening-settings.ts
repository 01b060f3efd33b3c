import type { Settings } from "../../preload/types.ts";

/**
 * The settings as they were when the host handed out this page, so that the first thing drawn has
 * its language and its colours at once.
 */
export function openingSettings(): Settings {
  const element = document.getElementById("opening-settings");
  if (element === null) throw new Error("index.html has no #opening-settings");
  return JSON.parse(element.textContent);
}
