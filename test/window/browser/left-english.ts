import type { Language } from "../../../preload/languages.ts";
import { readTexts } from "../../helpers/message-texts.ts";

/** The practice connection was made in English, and keeps its name. */
const NAMES: ReadonlySet<string> = new Set(["Practice"]);
const english = readTexts("en");
/** What English says in so many words, and under which keys. */
const keysOf = Map.groupBy(english.keys(), (key) => english.get(key) ?? "");
const read = new Map<Language, ReturnType<typeof readTexts>>();

/** Which of the texts that a page shows in a language are English ones, where it has its own. */
export function leftEnglish(shown: readonly string[], language: Language): readonly string[] {
  const own = read.get(language) ?? readTexts(language);
  read.set(language, own);
  const said = new Set(own.values());
  return shown.filter((text) => {
    const keys = keysOf.get(text)?.filter((key) => own.has(key) && !isData(key)) ?? [];
    return keys.length > 0 && !said.has(text) && !NAMES.has(text);
  });
}

/** Names of the practice account come from its server, in the language in which they were asked for. */
function isData(key: string): boolean {
  return key.startsWith("words:practice-account.");
}
