import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../main/entries/start/root.ts";

/** A place in the checkout, from its root; names in part ("*.test.ts", "NNNN-name.ts") are examples. */
const PLACE = /`((?:main|preload|renderer|test|build|docs)\/[\w./-]+)`/g;

const documents = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  ...globSync("docs/**/*.md", { cwd: ROOT }),
];

test.each(documents)("every file and folder that %s names is there", (document) => {
  const text = readFileSync(join(ROOT, document), "utf8");
  const places = [...text.matchAll(PLACE)].map(([, place = ""]) => place);
  expect(
    places.filter((place) => !place.includes("NNNN") && !existsSync(join(ROOT, place))),
  ).toEqual([]);
});
