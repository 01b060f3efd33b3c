import { createInstance } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "../preload/messages/index.ts";
import { texts as english } from "./messages/en.ts";

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

/** Shows the window in a language, as soon as its texts are there. */
export async function speak(language: Language): Promise<void> {
  await ready;
  if (language === "es" && !i18n.hasResourceBundle("es", "common")) {
    const { texts } = await import("./messages/es.ts");
    for (const [namespace, bundle] of Object.entries(texts)) {
      i18n.addResourceBundle("es", namespace, bundle);
    }
  }
  // Whoever hears of a change may ask for the language again.
  if (i18n.language !== language) await i18n.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The language to show: the person's choice, or the nearest to the system's. */
export function chooseLanguage(setting: "system" | Language, system: string): Language {
  if (setting !== "system") return setting;
  return system.toLowerCase().startsWith("es") ? "es" : "en";
}
