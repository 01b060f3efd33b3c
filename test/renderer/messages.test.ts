import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../main/entries/start/root.ts";
import { messages as shared } from "../../preload/messages/index.ts";
import { texts as english } from "../../renderer/messages/en.ts";
import { texts as spanish } from "../../renderer/messages/es.ts";

type Flat = ReadonlyMap<string, string>;

/** All texts of a language by "namespace:path.of.keys". */
function flatten(tree: unknown, prefix: string): readonly (readonly [string, string])[] {
  if (typeof tree === "string") return [[prefix, tree]];
  return Object.entries(tree as Readonly<Record<string, unknown>>).flatMap(([key, value]) =>
    flatten(value, prefix === "" ? `${key}:` : `${prefix}${prefix.endsWith(":") ? "" : "."}${key}`),
  );
}

const en: Flat = new Map(flatten(english, ""));
const es: Flat = new Map(flatten(spanish, ""));
const PLURAL = /_(?:one|many|other)$/;
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).sort();

describe("the texts of the window", () => {
  it("say everything in both languages", () => {
    const stems = (texts: Flat) => [
      ...new Set([...texts.keys()].map((key) => key.replace(PLURAL, ""))),
    ];
    expect(stems(es).sort()).toEqual(stems(en).sort());
  });

  it("know every plural form of their language", () => {
    const missing = (texts: Flat, language: string, window: readonly string[]) =>
      [...texts.keys()]
        .filter((key) => key.endsWith("_other") && window.some((name) => key.startsWith(name)))
        .flatMap((key) =>
          new Intl.PluralRules(language)
            .resolvedOptions()
            .pluralCategories.map((form) => key.replace(PLURAL, `_${form}`)),
        )
        .filter((key) => !texts.has(key));
    const namespaces = Object.keys(english)
      .filter((name) => !(name in shared.en))
      .map((name) => `${name}:`);
    expect(missing(en, "en", namespaces)).toEqual([]);
    expect(missing(es, "es", namespaces)).toEqual([]);
  });

  it("fill in the same things in both languages", () => {
    const differing = [...es]
      .filter(([key]) => en.has(key))
      .filter(([key, text]) => `${placeholders(text)}` !== `${placeholders(en.get(key) ?? "")}`)
      .map(([key]) => key);
    expect(differing).toEqual([]);
  });

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
