import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createKeyFileSecrets } from "../../main/hosts/key-file.ts";
import { tempDir } from "../helpers/temp-dir.ts";

const onPosix = it.runIf(process.platform !== "win32");
const key = randomBytes(32);

describe("the key file", () => {
  onPosix("is made at first use, readable by its owner only, with nothing beside it", () => {
    const dataDir = join(tempDir(), "data");
    const secrets = createKeyFileSecrets(dataDir);
    expect(existsSync(dataDir)).toBe(false);
    secrets.wrap(key);
    expect(readdirSync(dataDir)).toEqual(["key"]);
    expect(statSync(join(dataDir, "key")).mode & 0o777).toBe(0o600);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    expect(readFileSync(join(dataDir, "key"))).toHaveLength(32);
  });

  it("wraps what it unwraps, also in a later start", () => {
    const dataDir = tempDir();
    const wrapped = createKeyFileSecrets(dataDir).wrap(key);
    expect(wrapped.includes(key)).toBe(false);
    expect(createKeyFileSecrets(dataDir).unwrap(wrapped)).toEqual(key);
  });

  it("keeps the key that is there: of two first starts one wins for both", () => {
    const dataDir = tempDir();
    const [one, two] = [createKeyFileSecrets(dataDir), createKeyFileSecrets(dataDir)];
    const [a, b] = [one.wrap(key), two.wrap(key)];
    expect(one.unwrap(b)).toEqual(key);
    expect(two.unwrap(a)).toEqual(key);
  });

  onPosix("is narrowed again where a copy has widened its rights", () => {
    const dataDir = tempDir();
    const secrets = createKeyFileSecrets(dataDir);
    const wrapped = secrets.wrap(key);
    chmodSync(join(dataDir, "key"), 0o644);
    secrets.unwrap(wrapped);
    expect(statSync(join(dataDir, "key")).mode & 0o777).toBe(0o600);
  });

  it("that is gone or cut is an error that names it, and no new one is made for old data", () => {
    const dataDir = tempDir();
    const wrapped = createKeyFileSecrets(dataDir).wrap(key);
    writeFileSync(join(dataDir, "key"), "short");
    expect(() => createKeyFileSecrets(dataDir).unwrap(wrapped)).toThrow(join(dataDir, "key"));
    const other = tempDir();
    expect(() => createKeyFileSecrets(other).unwrap(wrapped)).toThrow(/cannot be read/);
    expect(readdirSync(other)).toEqual([]);
  });

  it("refuses what was changed, or wrapped by another key", () => {
    const [mine, other] = [tempDir(), tempDir()];
    const wrapped = createKeyFileSecrets(mine).wrap(key);
    createKeyFileSecrets(other).wrap(key);
    expect(() => createKeyFileSecrets(other).unwrap(wrapped)).toThrow();
    wrapped[wrapped.length - 1] = (wrapped.at(-1) ?? 0) ^ 1;
    expect(() => createKeyFileSecrets(mine).unwrap(wrapped)).toThrow();
  });
});
