import { createInstance } from "i18next";
import { messages } from "../preload/messages/index.ts";

/** Texts of the main process and the command line; English, the window translates by code. */
const i18n = createInstance({
  lng: "en",
  fallbackLng: "en",
  resources: messages,
  interpolation: { escapeValue: false },
  initAsync: false,
});
await i18n.init();

/** `t("errors:file-missing", { name })`: the text of a message file, filled in. */
export function t(key: string, params: Readonly<Record<string, string | number>> = {}): string {
  return i18n.t(key, params);
}
