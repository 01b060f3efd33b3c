import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, onTestFinished } from "vitest";

/** A real temporary folder of one test; gone when the test is over, passed or failed. */
export function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), "loyalty-importer-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true, maxRetries: 3 }));
  return dir;
}

/** The same for all tests of a suite; to be called in its `describe`. */
export function suiteDir(): string {
  const dir = mkdtempSync(join(tmpdir(), "loyalty-importer-"));
  afterAll(() => rmSync(dir, { recursive: true, force: true, maxRetries: 3 }));
  return dir;
}
