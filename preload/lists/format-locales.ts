import type { Language } from "../languages.ts";

/** Whose way of writing dates and numbers a person may choose, apart from the texts' language. */
export const FORMAT_LOCALES = [
  "en-US",
  "en-GB",
  "en-CA",
  "en-AU",
  "es-ES",
  "es-MX",
  "es-AR",
  "pt-BR",
  "pt-PT",
  "fr-FR",
  "de-DE",
  "it-IT",
  "nl-NL",
  "pl-PL",
  "sv-SE",
] as const;

export type FormatLocale = (typeof FORMAT_LOCALES)[number];

/** The locale of dates and numbers: the person's choice, or the system's where it fits the words. */
export function chooseFormats(
  setting: "system" | FormatLocale,
  language: Language,
  system: string,
): string {
  if (setting !== "system") return setting;
  const spoken = (locale: string) => locale.toLowerCase().split("-")[0];
  return spoken(system) === spoken(language) ? system : language;
}
