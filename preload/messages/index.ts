import type { Language } from "../languages.ts";
import { cli, errors, problems, words } from "./en.ts";

/**
 * Texts both processes need, by language and namespace: `errors` (by error code), `problems`
 * (by problem or notice code), `words` (states, fields, options). English comes with the program,
 * each other language when it is spoken. The window adds its own, the command line `cli`.
 */
export const messages = {
  en: async () => ({ cli, errors, problems, words }),
  es: () => import("./es.ts"),
  nl: () => import("./nl.ts"),
  de: () => import("./de.ts"),
  "pt-BR": () => import("./pt-BR.ts"),
  fr: () => import("./fr.ts"),
  pl: () => import("./pl.ts"),
  it: () => import("./it.ts"),
} satisfies Record<Language, () => Promise<object>>;
