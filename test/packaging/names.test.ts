import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../../main/entries/start/root.ts";
import { troublesOfNames } from "./portable-names.ts";

const isCheckout = existsSync(join(ROOT, ".git"));

it.skipIf(!isCheckout)("every name in the repository can be checked out on every system", () => {
  const listed = execFileSync("git", ["ls-files", "-z"], { cwd: ROOT, encoding: "utf8" });
  const names = listed.split("\0").filter((name) => name !== "");
  expect(names).toContain("package.json");
  expect(troublesOfNames(names)).toEqual([]);
});

it.each([
  "NUL",
  "nul.txt",
  "docs/Con.tar.gz",
  "aux/readme.md",
  "prn .md",
  "COM1",
  "test/lpt9.csv",
  "com¹.txt",
  "CONIN$",
  "a<b.ts",
  "a:b.ts",
  'a"b.ts',
  "a|b.ts",
  "what?.md",
  "*.md",
  "a\\b.ts",
  "a\tb.ts",
  "docs /a.md",
  "docs./a.md",
  "ends with a blank ",
  "ends with a dot.",
  `${"long/".repeat(40)}a.ts`,
])("a name that Windows reserves or cannot hold is found: %j", (name) => {
  expect(troublesOfNames([name])).toHaveLength(1);
});

it.each([
  ["Readme.md", "README.md"],
  ["docs/a.md", "Docs/b.md"],
  ["straße.csv", "STRASSE.csv"],
  ["caf\u00e9.csv", "cafe\u0301.csv"],
])("two names that differ in case or accent's form only are found: %j, %j", (...names) => {
  expect(troublesOfNames(names)).toHaveLength(1);
});

it.each([
  "console.ts",
  "null.ts",
  "common/com.ts",
  "com10.ts",
  ".gitignore",
  "a.b.c.ts",
  "Käufer (März).xlsx",
  "名前.csv",
])("a name that every system can hold is let alone: %j", (name) => {
  expect(troublesOfNames([name, "other.ts"])).toEqual([]);
});
