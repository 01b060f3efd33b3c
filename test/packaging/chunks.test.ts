import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const CHUNKS = "out/main/chunks";

/** The first built file of a name. */
function chunk(name: string): string {
  const files = readdirSync(CHUNKS).filter((file) =>
    new RegExp(`^${name}-[\\w-]{8}\\.js$`).test(file),
  );
  return files[0] ?? `no ${name}`;
}

/** All files that are loaded with one. */
function loadedWith(file: string): ReadonlySet<string> {
  const all = new Set([file]);
  for (const each of all) {
    const code = readFileSync(join(CHUNKS, each), "utf8");
    for (const [, found = ""] of code.matchAll(/^import .*"\.\/([\w.-]+\.js)";$/gm)) all.add(found);
  }
  return all;
}

it("a list is looked at before what checks its rows is loaded", () => {
  const checks = chunk("reading");
  const checkedList = readdirSync(CHUNKS).filter((file) => file.startsWith("checked-list-"));
  expect(checkedList.some((file) => loadedWith(file).has(checks))).toBe(true);
  for (const opens of ["open-workbook", "open-old", "open-text", "looking"]) {
    expect([...loadedWith(chunk(opens))]).not.toContain(checks);
  }
});
