import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { buildIfStale } from "../../main/entries/start/build.ts";
import { ROOT } from "../../main/entries/start/root.ts";

beforeAll(() => buildIfStale(), 120_000);

/** Class names of the component library: `m_` and eight digits. */
const classesIn = (text: string): ReadonlySet<string> =>
  new Set(text.match(/\bm_[0-9a-f]{6,8}\b/g));

const built = (kind: "js" | "css"): string =>
  globSync(`out/renderer/assets/*.${kind}`, { cwd: ROOT })
    .map((file) => readFileSync(join(ROOT, file), "utf8"))
    .join("\n");

it("the window has the rules of every component that it shows", () => {
  const rules = classesIn(
    readFileSync(join(ROOT, "node_modules/@mantine/core/styles.css"), "utf8"),
  );
  const there = classesIn(built("css"));
  const shown = [...classesIn(built("js"))].filter((name) => rules.has(name));
  expect(shown.length).toBeGreaterThan(50);
  expect(shown.filter((name) => !there.has(name))).toEqual([]);
});
