import { expect, test } from "vitest";
import { openDatabase } from "../../main/records/database/open.ts";
import { changeSettings } from "../../main/records/settings.ts";
import { LANGUAGES } from "../../preload/languages.ts";
import * as englishTexts from "../../preload/messages/en.ts";
import { messages } from "../../preload/messages/index.ts";
import { cli, SAMPLE } from "./cli.ts";

/** All texts of a tree by the path of their keys. */
function flat(tree: unknown, path = ""): readonly (readonly [string, string])[] {
  if (typeof tree === "string") return [[path, tree]];
  const branches = Object.entries(tree as Readonly<Record<string, unknown>>);
  return branches.flatMap(([key, value]) => flat(value, path === "" ? key : `${path}.${key}`));
}

const FORM = /_(?:zero|one|two|few|many|other)$/;
const english = new Map(flat(englishTexts.cli));
const filled = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort();

test.each(LANGUAGES)(
  "the command line's texts in %s have every key, plural form and placeholder",
  async (language) => {
    const texts = new Map(flat((await messages[language]()).cli));
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const keys = [...english.keys()].flatMap((key) =>
      key.endsWith("_other") ? forms.map((form) => key.replace(FORM, `_${form}`)) : [key],
    );
    const needed = new Set(keys.filter((key) => !key.endsWith("_one") || forms.includes("one")));
    expect([...texts.keys()].sort()).toEqual([...needed].sort());
    const differing = [...texts].filter(([key, text]) => {
      const model = english.get(key) ?? english.get(key.replace(FORM, "_other")) ?? "";
      const one = key.endsWith("_one") ? filled(text).concat("count") : [];
      const same = `${filled(text)}` === `${filled(model)}`;
      return !same && `${[...new Set(one)].sort()}` !== `${filled(model)}`;
    });
    expect(differing).toEqual([]);
  },
);

test("the system's language is spoken, but for words, codes and keys", async () => {
  const { run, json } = cli();
  const env = { LC_ALL: "es_ES.UTF-8" };
  const help = await run(["import", "--help"], { env });
  expect(help.out).toContain("Uso:");
  expect(help.out).toMatch(/--skip-invalid +envía las filas válidas/);
  const shown = await run(["inspect", SAMPLE], { env });
  expect(shown.out).toContain("200 filas");
  const wrong = await json<{ error: { code: string; message: string } }>(["queue", "cancel"], {
    env,
  });
  expect(wrong.status).toBe(2);
  expect(wrong.document.error.code).toBe("usage-word-missing");
  expect(wrong.document.error.message).toMatch(/Falta/);
});

test("the language that is set in the window goes before the system's", async () => {
  const { run, dataDir } = cli();
  const db = openDatabase(dataDir);
  changeSettings(db, { language: "es" });
  db.close();
  const shown = await run(["queue"], { env: { LC_ALL: "en_US.UTF-8" } });
  expect(shown.out).toBe("No espera nada.\n");
  const wrong = await run(["bogus"], { env: { LC_ALL: "en_US.UTF-8" } });
  expect(wrong.err).toContain("No existe");
});
