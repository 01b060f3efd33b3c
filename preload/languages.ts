/** The languages that the texts are written in, English first: it stands in where nothing fits. */
export const LANGUAGES = ["en", "es", "de", "fr", "it", "nl", "pl", "pt-BR"] as const;

export type Language = (typeof LANGUAGES)[number];

/** The language to speak to who has set a system to this locale: "pt-PT" has "pt-BR" for its nearest. */
export function nearestLanguage(locale: string): Language {
  const wanted = locale.toLowerCase();
  const spoken = wanted.split(/[-_.@]/)[0];
  return (
    LANGUAGES.find((language) => language.toLowerCase() === wanted) ??
    LANGUAGES.find((language) => language.split("-")[0] === spoken) ??
    "en"
  );
}
