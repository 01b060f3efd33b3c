import { globSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../main/entries/start/root.ts";
import { LANGUAGES } from "../../preload/languages.ts";
import { readTexts, SIDES, type Texts } from "../helpers/message-texts.ts";

const en = readTexts("en");
const PLURAL = /_(?:zero|one|two|few|many|other)$/;
const stemOf = (key: string) => key.replace(PLURAL, "");
const stemsOf = (texts: Texts) => [...new Set([...texts.keys()].map(stemOf))].toSorted();
/** The English text for a count of which English makes no more. */
const forAnyCount = (stem: string) => en.get(`${stem}_other`) ?? en.get(stem);
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).toSorted();

/** What is seen on a button of which there are several, and the name that tells them apart. */
const SEEN_IN_NAMES = [
  ["import:continue", "import:start.continueOf"],
  ["import:start.open", "import:start.openOf"],
  ["queue:cancel", "queue:cancelOf"],
  ["history:undo.done", "history:undo.table.doneOf"],
  ["history:undo.notDone", "history:undo.table.notDoneOf"],
  ["settings:kept.back", "settings:kept.backOf"],
  ["settings:kept.delete", "settings:kept.deleteOf"],
] as const;

it("there are texts of each language, and of no other", () => {
  for (const side of SIDES) {
    const folders = readdirSync(join(ROOT, side), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(folders.toSorted(), side).toEqual([...LANGUAGES].toSorted());
  }
});

describe.each(LANGUAGES)("the texts in %s", (language) => {
  const texts = readTexts(language);

  it("say everything that the English ones say, and nothing else", () => {
    expect(texts.size).toBeGreaterThan(1_000);
    // The command line speaks English where its texts are not written yet.
    const hasCli = [...texts.keys()].some((key) => key.startsWith("cli:"));
    const wanted = stemsOf(en).filter((stem) => hasCli || !stem.startsWith("cli:"));
    expect(stemsOf(texts)).toEqual(wanted);
  });

  it("know every plural form of their language", () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const stems = new Set([...texts.keys()].filter((key) => PLURAL.test(key)).map(stemOf));
    expect(stems.size).toBeGreaterThan(100);
    // A text without a form stands for many and for what is left over.
    const missing = [...stems].flatMap((stem) =>
      forms
        .filter((form) => !texts.has(stem) || form === "one" || form === "few")
        .map((form) => `${stem}_${form}`)
        .filter((key) => !texts.has(key)),
    );
    expect(missing).toEqual([]);
    const forNobody = [...texts.keys()].filter((key) => {
      const form = PLURAL.exec(key)?.[0].slice(1) as Intl.LDMLPluralRule | undefined;
      return form !== undefined && !forms.includes(form);
    });
    expect(forNobody).toEqual([]);
  });

  // Who speaks to the computer says what they see.
  it.each(SEEN_IN_NAMES)("call what shows “%s” so that it holds that: %s", (seen, name) => {
    const shown = texts.get(seen)?.toLowerCase().replace("…", "");
    expect(shown).toBeDefined();
    expect(texts.get(name)?.toLowerCase()).toContain(shown);
  });

  it("fill in the same things as the English ones", () => {
    const differing = [...texts]
      .map(([key, text]) => ({ key, text, english: en.get(key) ?? forAnyCount(stemOf(key)) }))
      .filter(({ text, english }) => `${placeholders(text)}` !== `${placeholders(english ?? "")}`)
      .map(({ key }) => key);
    expect(differing).toEqual([]);
  });
});

describe("the texts", () => {
  it("hold every text that the screens ask for", () => {
    const files = globSync("renderer/**/*.{ts,tsx}", { cwd: ROOT });
    expect(files.length).toBeGreaterThan(50);
    const missing = files.flatMap((file) => {
      const source = readFileSync(join(ROOT, file), "utf8");
      return askedFor(source)
        .filter((asked) => !isThere(asked))
        .map(({ key }) => `${file}: ${key}`);
    });
    expect(missing).toEqual([]);
  });
});

interface Asked {
  readonly key: string;
  /** Only the beginning is written in the source. */
  readonly open: boolean;
}

function askedFor(source: string): readonly Asked[] {
  const namespace = /useTranslation\(\[?"(\w+)"/.exec(source)?.[1] ?? "common";
  const choices = [...source.matchAll(/\bt\(\s*[^"`]*?\?\s*"([^"]+)"\s*:\s*"([^"]+)"/g)]
    .flatMap(([, one, other]) => [one, other])
    .flatMap((text) => (text === undefined ? [] : [text]));
  const calls = [...source.matchAll(/\bt\(\s*(?:"([^"]+)"|`([^`]+)`)/g)];
  const chosen = choices.map((text) => ({ key: within(namespace, text), open: false }));
  const named = calls.map(([, plain, template]) => {
    const text = plain ?? template?.split("${")[0] ?? "";
    return { key: within(namespace, text), open: template?.includes("${") === true };
  });
  return [...chosen, ...named];
}

function within(namespace: string, text: string): string {
  return text.includes(":") ? text : `${namespace}:${text}`;
}

function isThere({ key, open }: Asked): boolean {
  if (open) return key.endsWith(":") || [...en.keys()].some((one) => one.startsWith(key));
  return en.has(key) || en.has(`${key}_other`);
}
