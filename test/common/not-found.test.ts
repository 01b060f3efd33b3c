import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { speak, t } from "../../main/common/text.ts";
import { ROOT } from "../../main/entries/start/root.ts";
import { LANGUAGES } from "../../preload/languages.ts";
import { words } from "../../preload/messages/every-language.ts";

afterEach(() => speak("en"));

/** What the sources say is not found any more. */
const things = new Set(
  globSync("main/**/*.ts", { cwd: ROOT }).flatMap((file) =>
    readFileSync(join(ROOT, file), "utf8")
      .split('"not-found"')
      .slice(1)
      .flatMap((rest) => [
        ...(/\bwhat: ([^}]*)\}/.exec(rest.slice(0, 120))?.[1] ?? "").matchAll(/"([^"]+)"/g),
      ])
      .flatMap(([, thing]) => (thing === undefined ? [] : [thing])),
  ),
);

test.each(LANGUAGES)("what is gone is named in %s", async (language) => {
  expect(things.size).toBeGreaterThan(8);
  await speak(language);
  const names = words[language].things;
  for (const thing of things) {
    expect(Object.keys(names), thing).toContain(thing);
    const text = t("errors:not-found", { what: thing });
    expect(text).toContain(names[thing as keyof typeof names]);
    expect(text).not.toMatch(/things|\$t|\{\{/);
  }
});
