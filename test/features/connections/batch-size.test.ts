import { expect, it, onTestFinished } from "vitest";
import { createApp } from "../../../main/app/app.ts";
import { createElectronHost } from "../../../main/hosts/electron/electron-host.ts";
import { createElectronSecrets } from "../../../main/hosts/electron/system/secrets.ts";
import { DEFAULT_CONNECTION_SETTINGS } from "../../../preload/connection-settings.ts";
import type { Connection } from "../../../preload/types.ts";
import { tempDir } from "../../helpers/temp-dir.ts";

it("one batch size holds for every connection but those that have a number of their own", async () => {
  const dataDir = tempDir();
  const app = await createApp(createElectronHost(await createElectronSecrets(dataDir)), {
    dataDir,
    policy: { source: null },
  });
  onTestFinished(() => app.close());
  async function call<T>(name: string, input: object): Promise<T> {
    const answer = await app.answer(name, input);
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value as T;
  }
  const add = (name: string, batchRows: number) =>
    call("connections.save", {
      ...{ id: null, name, url: "https://api.example/", userId: "u", accountId: "a", apiKey: "k" },
      settings: { ...DEFAULT_CONNECTION_SETTINGS, batchRows },
      acceptWeakKeyStore: true,
    });
  const sizes = async () => {
    const all = await call<readonly Connection[]>("connections.list", {});
    return Object.fromEntries(all.map(({ name, settings }) => [name, settings.batchRows]));
  };
  await add("Usual", 500);
  await add("Own", 40);
  await call("settings.set", { batchRows: 200 });
  expect(await sizes()).toEqual({ Practice: 200, Usual: 200, Own: 40 });
  await call("settings.set", { batchRows: 300 });
  expect(await sizes()).toEqual({ Practice: 300, Usual: 300, Own: 40 });
});
