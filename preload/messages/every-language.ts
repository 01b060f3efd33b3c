import type { Language } from "../languages.ts";
import deWords from "./de/words.json" with { type: "json" };
import enWords from "./en/words.json" with { type: "json" };
import esWords from "./es/words.json" with { type: "json" };
import frWords from "./fr/words.json" with { type: "json" };
import itWords from "./it/words.json" with { type: "json" };
import nlWords from "./nl/words.json" with { type: "json" };
import plWords from "./pl/words.json" with { type: "json" };
import ptBRWords from "./pt-BR/words.json" with { type: "json" };

/** Names of fields, states and options; those of every language, since lists are headed with them. */
export const words = {
  en: enWords,
  es: esWords,
  nl: nlWords,
  de: deWords,
  "pt-BR": ptBRWords,
  fr: frWords,
  pl: plWords,
  it: itWords,
} satisfies Record<Language, typeof enWords>;
