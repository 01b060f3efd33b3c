import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../preload/languages.ts";
import { readTexts } from "../helpers/message-texts.ts";

/** What people are sent to has to be called as it is called there, in each language. */
const english = readTexts("en");
const stemOf = (key: string) => key.replace(/_(?:zero|one|two|few|many|other)$/, "");

/** Words in English texts that are the name of a step or a screen, and where that name stands. */
const PLACES = [
  [/\bFile step\b/, "import:step.file"],
  [/\bColumns step\b/, "import:step.columns"],
  [/\bOptions step\b/, "import:step.options"],
  [/\b(?:under|Open) Connections\b/, "common:screen.connections"],
  [/\bunder Import\b/, "common:screen.import"],
  [/\bunder Advanced\b/, "connections:advanced"],
] as const;

/** How keys are called on the keyboards of a language, where not as in English. */
const FOREIGN_KEYS: Readonly<Record<string, RegExp>> = {
  de: /\b(?:Ctrl|Shift|Delete|Space|Enter)\b(?!=)/,
  es: /\b(?:Shift|Delete|Space|Enter)\b/,
  fr: /\b(?:Shift|Delete|Space|Enter)\b/,
  it: /\b(?:Shift|Delete|Space|Enter)\b/,
};

const quotedIn = (text: string) =>
  [...text.matchAll(/[“„«]\s?([^“”„»«]+?)\s?[”“»]/g)].flatMap(([, words]) => words ?? []);

const isName = (words: string) => !words.includes("{{");
const keysOf = (words: string) =>
  [...english].filter(([, text]) => text === words || text.startsWith(`${words} {{`));

/** Commands and options that are typed: they are the same in every language. */
const typedIn = (text: string) =>
  [...text.matchAll(/--[a-z-]+|(?<=")(?:queue|profile|history|practice|npm) [a-z]+/g)]
    .map(([typed]) => typed)
    .toSorted();

const englishOf = (key: string) =>
  english.get(key) ?? english.get(`${stemOf(key)}_other`) ?? english.get(stemOf(key)) ?? "";

describe.each(LANGUAGES)("the texts in %s", (language) => {
  const texts = [...readTexts(language)];
  const textOf = new Map(texts);

  it("call buttons and choices by the words that stand on them", () => {
    const wrong = texts.filter(([key, text]) =>
      quotedIn(englishOf(key))
        .filter((words) => isName(words) && keysOf(words).length > 0)
        .some((words) => {
          const names = keysOf(words).map(([name]) => textOf.get(name)?.split(" {{")[0]);
          return !quotedIn(text).some((quoted) => names.includes(quoted));
        }),
    );
    expect(wrong).toEqual([]);
  });

  it("send people to steps and screens by their names", () => {
    const wrong = texts.filter(([key, text]) =>
      PLACES.some(([place, name]) => {
        const called = textOf.get(name) ?? "";
        return place.test(englishOf(key)) && !text.toLowerCase().includes(called.toLowerCase());
      }),
    );
    expect(wrong).toEqual([]);
  });

  it("name the commands and options that there are", () => {
    const wrong = texts.filter(
      ([key, text]) => `${typedIn(text)}` !== `${typedIn(englishOf(key))}`,
    );
    expect(wrong).toEqual([]);
  });

  it("call the keys as they are called on its keyboards", () => {
    const foreign = FOREIGN_KEYS[language];
    const wrong = texts.filter(
      ([key, text]) => !key.startsWith("cli:") && foreign?.test(text) === true,
    );
    expect(wrong).toEqual([]);
  });
});

it("quoted names are found in the English texts, so that they are compared at all", () => {
  const named = [...english.values()].flatMap(quotedIn).filter((words) => keysOf(words).length > 0);
  expect(named.length).toBeGreaterThan(3);
});
