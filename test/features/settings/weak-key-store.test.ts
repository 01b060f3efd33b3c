import { beforeEach, expect, it } from "vitest";
import { createApp } from "../../../main/app/app.ts";
import { createElectronHost } from "../../../main/hosts/electron/electron-host.ts";
import { createElectronSecrets } from "../../../main/hosts/electron/system/secrets.ts";
import { createKeyFileSecrets } from "../../../main/hosts/node/key-file.ts";
import { openDatabase } from "../../../main/records/database/open.ts";
import { openVault } from "../../../main/records/vault/vault.ts";
import type { Connection } from "../../../preload/types.ts";
import { tempDir } from "../../helpers/temp-dir.ts";
import { KEY_RING, NO_KEY_RING, told } from "../../hosts/electron/stand-in/index.ts";

beforeEach(() => {
  told.storage = { ...KEY_RING };
});

it.runIf(process.platform === "linux")(
  "without a key store an API key is kept only after the user has agreed, once",
  async () => {
    told.storage = { ...NO_KEY_RING };
    const dataDir = tempDir();
    const app = await createApp(createElectronHost(await createElectronSecrets(dataDir)), {
      dataDir,
    });
    try {
      const list = await app.answer("connections.list", {});
      if (!list.ok) throw new Error(list.error.code);
      const [practice] = list.value as readonly Connection[];
      const input = {
        id: null,
        name: "Shop",
        url: "https://api.example/",
        userId: "u",
        accountId: "a",
        apiKey: "k",
        settings: practice?.settings,
      };
      const refused = await app.answer("connections.save", input);
      expect(refused).toMatchObject({ ok: false, error: { code: "weak-key-store" } });
      const agreed = await app.answer("connections.save", { ...input, acceptWeakKeyStore: true });
      expect(agreed).toMatchObject({ ok: true, value: { hasKey: true } });
      const second = await app.answer("connections.save", { ...input, name: "Second" });
      expect(second.ok).toBe(true);
    } finally {
      await app.close();
    }
  },
);

it("a folder set up with the system's key store tells the plain command line what opens it", async () => {
  const dataDir = tempDir();
  const db = openDatabase(dataDir);
  await openVault(db, await createElectronSecrets(dataDir));
  await expect(openVault(db, createKeyFileSecrets(dataDir))).rejects.toThrow(
    /installed Loyalty Importer/,
  );
  db.close();
});
