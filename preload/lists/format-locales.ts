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
