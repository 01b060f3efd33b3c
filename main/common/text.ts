import { createInstance } from "i18next";
import type { Language } from "../../preload/languages.ts";
import { shownHeader } from "../../preload/lists/shown-header.ts";
import { cli, errors, problems, words } from "../../preload/messages/en.ts";
import { messages } from "../../preload/messages/index.ts";
import { printable } from "./printable.ts";

const i18n = createInstance({
  lng: "en",
  fallbackLng: "en",
  resources: { en: { cli, errors, problems, words } },
  interpolation: { escapeValue: false },
  initAsync: false,
});
await i18n.init();

let language: Language = "en";
/** Asked for once, where it is needed: to find out the system's takes a start longer than its words. */
let formats: string | (() => string) = "en";
let say = i18n.getFixedT(language);

/** The language of this process's texts: English, unless the app says another. */
export function currentLanguage(): Language {
  return language;
}

/** Whose way of writing numbers the files follow that this process makes: a BCP 47 tag. */
export function currentFormats(): string {
  if (typeof formats !== "string") formats = formats();
  return formats;
}

/**
 * Chooses the language of exports, notifications and messages, and whose numbers exports hold; for
 * the app and its workers.
 */
export async function speak(
  chosen: Language,
  numbers: string | (() => string) = chosen,
): Promise<void> {
  if (!i18n.hasResourceBundle(chosen, "errors")) {
    for (const [namespace, texts] of Object.entries(await messages[chosen]())) {
      i18n.addResourceBundle(chosen, namespace, texts);
    }
  }
  language = chosen;
  formats = numbers;
  say = i18n.getFixedT(chosen);
}

/** `t("errors:file-missing", { name })`: the text of a message file, filled in; one line for people. */
export function t(key: string, params: Readonly<Record<string, string | number>> = {}): string {
  const shown = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === "string" ? printable(name === "column" ? headerInWords(value) : value) : value,
  ]);
  return say(key, Object.fromEntries(shown) as typeof params);
}

/** A header as texts name it: of a column without one, "Spalte C" where German is spoken. */
export function headerInWords(header: string): string {
  return shownHeader(header, (letters) => say("words:column", { letters }));
}
