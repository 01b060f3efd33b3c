import { createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { type Language, messages as shared } from "../preload/messages/index.ts";
import { messages } from "./messages/index.ts";

/** The texts of the window: its own by screen, and those both processes share. */
export function createTexts(language: Language): i18n {
  const instance = createInstance({
    lng: language,
    fallbackLng: "en",
    defaultNS: "common",
    resources: {
      en: { ...shared.en, ...messages.en },
      es: { ...shared.es, ...messages.es },
    },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  instance.use(initReactI18next).init().catch(reportBroken);
  return instance;
}

function reportBroken(error: unknown): void {
  document.body.textContent = String(error);
}

/** The language to show: the person's choice, or the nearest to the system's. */
export function chooseLanguage(setting: "system" | Language, system: string): Language {
  if (setting !== "system") return setting;
  return system.toLowerCase().startsWith("es") ? "es" : "en";
}
