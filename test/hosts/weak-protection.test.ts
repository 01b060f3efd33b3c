import { beforeEach, expect, it } from "vitest";
import { createApp } from "../../main/app.ts";
import { openDatabase } from "../../main/database/open.ts";
import { createElectronHost } from "../../main/hosts/electron/electron-host.ts";
import { createKeyFileSecrets } from "../../main/hosts/key-file.ts";
import { openVault } from "../../main/vault/vault.ts";
import type { Connection } from "../../preload/types.ts";
import { tempDir } from "../helpers/temp-dir.ts";
import { told } from "./electron/stand-in.ts";

beforeEach(() => {
  told.storage = { available: true, backend: "gnome_libsecret", plainText: false };
});

it.runIf(process.platform === "linux")(
  "without a key store an API key is kept only after the user has agreed, once",
  async () => {
    told.storage = { available: true, backend: "basic_text", plainText: false };
    const dataDir = tempDir();
    const app = await createApp(createElectronHost(dataDir), { dataDir });
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
      expect(refused).toMatchObject({ ok: false, error: { code: "weak-protection" } });
      const agreed = await app.answer("connections.save", { ...input, acceptWeakProtection: true });
      expect(agreed).toMatchObject({ ok: true, value: { hasKey: true } });
      const second = await app.answer("connections.save", { ...input, name: "Second" });
      expect(second.ok).toBe(true);
    } finally {
      await app.close();
    }
  },
);

it("a folder set up with the system's key store tells the plain command line what opens it", () => {
  const dataDir = tempDir();
  const db = openDatabase(dataDir);
  openVault(db, createElectronHost(dataDir).secrets);
  expect(() => openVault(db, createKeyFileSecrets(dataDir))).toThrow(/installed Loyalty Importer/);
  db.close();
});
