import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { isStale } from "../../../main/entries/start/build.ts";
import { tempDir } from "../../helpers/temp-dir.ts";

/** A small repository whose files were all changed at second `at`. */
function write(root: string, path: string, at: number): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), "");
  for (let each = path; each !== "."; each = dirname(each)) utimesSync(join(root, each), at, at);
}

it("the program is built when a source is newer than the oldest output, or one is missing", () => {
  const root = tempDir();
  write(root, "main/deep/a.ts", 100);
  write(root, "renderer/b.tsx", 100);
  expect(isStale(root)).toBe(true);
  write(root, "out/main/index.js", 200);
  write(root, "out/preload/index.cjs", 200);
  expect(isStale(root)).toBe(true);
  write(root, "out/renderer/index.html", 200);
  expect(isStale(root)).toBe(false);
  write(root, "main/deep/a.ts", 300);
  expect(isStale(root)).toBe(true);
});
