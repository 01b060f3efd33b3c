import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createKeyFileSecrets } from "../../../main/hosts/node/key-file.ts";
import { expectOwnerOnly, NO_RIGHTS, onPosix } from "../../helpers/posix.ts";
import { tempDir } from "../../helpers/temp-dir.ts";

const key = randomBytes(32);

describe("the key file", () => {
  it("is made at first use, readable by its owner only, with nothing beside it", async () => {
    const dataDir = join(tempDir(), "data");
    const secrets = createKeyFileSecrets(dataDir);
    expect(existsSync(dataDir)).toBe(false);
    await secrets.wrap(key);
    expect(readdirSync(dataDir)).toEqual(["key"]);
    expectOwnerOnly(join(dataDir, "key"), dataDir);
    expect(readFileSync(join(dataDir, "key"))).toHaveLength(32);
  });

  it("wraps what it unwraps, also in a later start", async () => {
    const dataDir = tempDir();
    const wrapped = await createKeyFileSecrets(dataDir).wrap(key);
    expect(wrapped.includes(key)).toBe(false);
    expect((await createKeyFileSecrets(dataDir).unwrap(wrapped)).key).toEqual(key);
  });

  it("keeps the key that is there: of two first starts one wins for both", async () => {
    const dataDir = tempDir();
    const [one, two] = [createKeyFileSecrets(dataDir), createKeyFileSecrets(dataDir)];
    const [a, b] = await Promise.all([one.wrap(key), two.wrap(key)]);
    expect((await one.unwrap(b)).key).toEqual(key);
    expect((await two.unwrap(a)).key).toEqual(key);
  });

  onPosix(
    { title: "is narrowed again where a copy has widened its rights", reason: NO_RIGHTS },
    async ({ chmod }) => {
      const dataDir = tempDir();
      const secrets = createKeyFileSecrets(dataDir);
      const wrapped = await secrets.wrap(key);
      chmod(join(dataDir, "key"), 0o644);
      await secrets.unwrap(wrapped);
      expectOwnerOnly(join(dataDir, "key"));
    },
  );

  it("that is gone or cut is an error that names it, and no new one is made for old data", async () => {
    const dataDir = tempDir();
    const wrapped = await createKeyFileSecrets(dataDir).wrap(key);
    writeFileSync(join(dataDir, "key"), "short");
    await expect(createKeyFileSecrets(dataDir).unwrap(wrapped)).rejects.toThrow(
      join(dataDir, "key"),
    );
    const other = tempDir();
    await expect(createKeyFileSecrets(other).unwrap(wrapped)).rejects.toThrow(/cannot be read/);
    expect(readdirSync(other)).toEqual([]);
  });

  it("refuses what was changed, or wrapped by another key", async () => {
    const [mine, other] = [tempDir(), tempDir()];
    const wrapped = await createKeyFileSecrets(mine).wrap(key);
    await createKeyFileSecrets(other).wrap(key);
    await expect(createKeyFileSecrets(other).unwrap(wrapped)).rejects.toThrow();
    wrapped[wrapped.length - 1] = (wrapped.at(-1) ?? 0) ^ 1;
    await expect(createKeyFileSecrets(mine).unwrap(wrapped)).rejects.toThrow();
  });
});
