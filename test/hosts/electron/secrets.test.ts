import { randomBytes } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { createElectronSecrets } from "../../../main/hosts/electron/secrets.ts";
import { createKeyFileSecrets } from "../../../main/hosts/key-file.ts";
import { tempDir } from "../../helpers/temp-dir.ts";
import { told } from "./stand-in.ts";

const onLinux = it.runIf(process.platform === "linux");
const key = randomBytes(32);

beforeEach(() => {
  told.storage = { available: true, backend: "gnome_libsecret", plainText: false };
});

it("keys are wrapped by the system's key store", () => {
  const secrets = createElectronSecrets(tempDir());
  expect(secrets.kind).toBe("system");
  expect(secrets.unwrap(secrets.wrap(key))).toEqual(key);
});

onLinux("a desktop without a key ring is named as the weak protection it is", () => {
  told.storage.backend = "basic_text";
  const secrets = createElectronSecrets(tempDir());
  expect(secrets).toMatchObject({ kind: "weak", backend: "basic_text" });
  expect(secrets.unwrap(secrets.wrap(key))).toEqual(key);
});

it("a locked key store is said, and nothing is stored in clear instead", () => {
  told.storage.available = false;
  const secrets = createElectronSecrets(tempDir());
  expect(() => secrets.wrap(key)).toThrow(/key store is not available/);
  expect(() => secrets.unwrap(Buffer.from("x"))).toThrow(/key store is not available/);
});

it("a data folder set up with a key file stays usable for all of them", () => {
  const dataDir = tempDir();
  const wrapped = createKeyFileSecrets(dataDir).wrap(key);
  const secrets = createElectronSecrets(dataDir);
  expect(secrets.kind).toBe("key-file");
  expect(secrets.unwrap(wrapped)).toEqual(key);
});
