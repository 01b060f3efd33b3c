import enErrors from "./en/errors.json" with { type: "json" };
import enProblems from "./en/problems.json" with { type: "json" };
import enWords from "./en/words.json" with { type: "json" };
import esErrors from "./es/errors.json" with { type: "json" };
import esProblems from "./es/problems.json" with { type: "json" };
import esWords from "./es/words.json" with { type: "json" };

/**
 * Texts both processes need, by language and namespace: `errors` (by error code), `problems`
 * (by problem or notice code), `words` (states, fields, options). The window adds its own.
 */
export const messages = {
  en: { errors: enErrors, problems: enProblems, words: enWords },
  es: { errors: esErrors, problems: esProblems, words: esWords },
} as const;

export type Language = keyof typeof messages;
