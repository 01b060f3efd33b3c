import { createInstance } from "i18next";
import { initReactI18next } from "react-i18next";
import { type Language, nearestLanguage } from "../preload/languages.ts";
import { texts as english } from "./messages/en.ts";

/** The texts of the other languages, each read when it is wanted. */
const TEXTS = {
  es: () => import("./messages/es.ts"),
  nl: () => import("./messages/nl.ts"),
  de: () => import("./messages/de.ts"),
  "pt-BR": () => import("./messages/pt-BR.ts"),
  fr: () => import("./messages/fr.ts"),
  pl: () => import("./messages/pl.ts"),
  it: () => import("./messages/it.ts"),
} satisfies Record<Exclude<Language, "en">, () => Promise<object>>;

/** The texts of the window. English comes with the program, another language when it is wanted. */
export const i18n = createInstance({
  lng: "en",
  fallbackLng: "en",
  defaultNS: "common",
  resources: { en: english },
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

/** Shows the window in a language, as soon as its texts are there. */
export async function speak(language: Language, formats: string): Promise<void> {
  await ready;
  if (language !== "en" && !i18n.hasResourceBundle(language, "common")) {
    const { texts } = await TEXTS[language]();
    for (const [namespace, bundle] of Object.entries(texts)) {
      i18n.addResourceBundle(language, namespace, bundle);
    }
  }
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
