import { randomBytes } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import {
  createCommandLineSecrets,
  createElectronSecrets,
} from "../../../../main/hosts/electron/system/secrets.ts";
import { createKeyFileSecrets } from "../../../../main/hosts/node/key-file.ts";
import { openDatabase } from "../../../../main/records/database/open.ts";
import { openVault } from "../../../../main/records/vault/vault.ts";
import { tempDir } from "../../../helpers/temp-dir.ts";
import { KEY_RING, NO_KEY_RING, told } from "../stand-in/index.ts";

const onLinux = it.runIf(process.platform === "linux");
const key = randomBytes(32);

beforeEach(() => {
  told.storage = { ...KEY_RING };
});

onLinux("a key ring that the desktop should have and that does not run is weak too", async () => {
  told.storage.ring = "none";
  const secrets = await createElectronSecrets(tempDir());
  expect(secrets).toMatchObject({ kind: "weak", backend: "basic_text" });
  const dataDir = tempDir();
  expect((await createCommandLineSecrets(dataDir)).kind).toBe("key-file");
});

onLinux("a key ring that runs is used, whatever the desktop is called", async () => {
  told.storage.backend = "basic_text";
  const secrets = await createElectronSecrets(tempDir());
  expect(secrets).toMatchObject({ kind: "system", backend: "secret_service" });
});

onLinux(
  "a key that was kept without a key ring goes into the key ring when there is one",
  async () => {
    const dataDir = tempDir();
    const db = openDatabase(dataDir);
    const kept = db.prepare("SELECT protection, substr(wrapped, 1, 3) AS mark FROM vault");
    told.storage = { ...NO_KEY_RING };
    const sealed = (await openVault(db, await createElectronSecrets(dataDir))).seal(key);
    db.prepare("INSERT INTO row_blocks (sealed_rows) VALUES (?)").run(sealed);
    told.storage = { ...KEY_RING };
    const vault = await openVault(db, await createElectronSecrets(dataDir));
    expect(vault.open(sealed)).toEqual(key);
    expect(kept.get()).toEqual({ protection: "system", mark: Buffer.from("v11") });
    // And stays there when the key ring is locked, or gone.
    for (const [ring, code] of [
      ["locked", "secret-store-unavailable"],
      ["none", "vault-locked"],
    ] as const) {
      told.storage.ring = ring;
      const opening = openVault(db, await createElectronSecrets(dataDir));
      await expect(opening).rejects.toMatchObject({ code });
      expect(kept.get()).toEqual({ protection: "system", mark: Buffer.from("v11") });
    }
    db.close();
  },
);

it("a key store that is not available is said, and nothing is stored in clear instead", async () => {
  told.storage.available = false;
  const secrets = await createElectronSecrets(tempDir());
  await expect(secrets.wrap(key)).rejects.toThrow(/key store is not available/);
  await expect(secrets.unwrap(Buffer.from("x"))).rejects.toThrow(/key store is not available/);
});

it("of two first starts at once one key stays, and both go on with it", async () => {
  const dataDir = tempDir();
  const db = openDatabase(dataDir);
  const secrets = await createElectronSecrets(dataDir);
  const [one, other] = await Promise.all([openVault(db, secrets), openVault(db, secrets)]);
  expect(other.open(one.seal(key))).toEqual(key);
  db.close();
});

it("a data folder set up with a key file stays usable for all of them", async () => {
  const dataDir = tempDir();
  const wrapped = await createKeyFileSecrets(dataDir).wrap(key);
  const secrets = await createElectronSecrets(dataDir);
  expect(secrets.kind).toBe("key-file");
  expect((await secrets.unwrap(wrapped)).key).toEqual(key);
});
