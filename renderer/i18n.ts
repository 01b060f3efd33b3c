import { createInstance } from "i18next";
import { initReactI18next } from "react-i18next";
import { type Language, nearestLanguage } from "../preload/languages.ts";
import { texts as first } from "./messages/en-first.ts";

/** Every text, by language, each read when it is wanted. */
const TEXTS = {
  en: () => import("./messages/en.ts"),
  es: () => import("./messages/es.ts"),
  nl: () => import("./messages/nl.ts"),
  de: () => import("./messages/de.ts"),
  "pt-BR": () => import("./messages/pt-BR.ts"),
  fr: () => import("./messages/fr.ts"),
  pl: () => import("./messages/pl.ts"),
  it: () => import("./messages/it.ts"),
} satisfies Record<Language, () => Promise<object>>;

/** The texts of the window. The first screen's come with the program in English, all others when they are wanted. */
export const i18n = createInstance({
  lng: "en",
  fallbackLng: "en",
  defaultNS: "common",
  resources: { en: first },
  interpolation: { escapeValue: false },
  initAsync: false,
});
const ready = i18n.use(initReactI18next).init();

/** How dates and numbers are written; set together with the language, so that both fit. */
let locale = "en";

/** Whose way of writing dates and numbers the window follows. */
export const formatLocale = () => locale;

// Counts within sentences, `{{count, number}}`, as all other numbers.
const numbers = new Map<string, Intl.NumberFormat>();
i18n.services.formatter?.add("number", (value) => {
  const format = numbers.get(locale) ?? new Intl.NumberFormat(locale);
  numbers.set(locale, format);
  return format.format(Number(value));
});

async function load(language: Language): Promise<void> {
  const { texts } = await TEXTS[language]();
  for (const [namespace, bundle] of Object.entries(texts)) {
    i18n.addResourceBundle(language, namespace, bundle);
  }
}

let all: Promise<void> | null = null;

/**
 * Comes when nothing that the window can say is missing. Whatever shows more than the first screen
 * waits for it: another screen, a message, what the program answered.
 */
export function allTexts(): Promise<void> {
  all ??= load("en").catch((error: unknown) => {
    all = null;
    throw error;
  });
  return all;
}

/** Loads a part of the window; it comes once it has words. For `React.lazy`. */
export async function withTexts<T>(part: () => Promise<T>): Promise<T> {
  const [loaded] = await Promise.all([part(), allTexts()]);
  return loaded;
}

/** Shows the window in a language, as soon as its texts are there. */
export async function speak(language: Language, formats: string): Promise<void> {
  await ready;
  if (language !== "en" && !i18n.hasResourceBundle(language, "common")) await load(language);
  // Set before the change is told: a listener may call `speak` again, which then has nothing to do.
  const wrote = locale;
  locale = formats;
  if (i18n.language !== language || wrote !== locale) await i18n.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The language to show: the person's choice, or the nearest to the system's. */
export function chooseLanguage(setting: "system" | Language, system: string): Language {
  return setting === "system" ? nearestLanguage(system) : setting;
}
