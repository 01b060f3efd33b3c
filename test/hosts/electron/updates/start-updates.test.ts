import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { startUpdates } from "../../../../main/hosts/electron/updates/start-updates.ts";
import { tempDir } from "../../../helpers/temp-dir.ts";
import { fakeApp } from "../../fake-app.ts";
import { told } from "../stand-in/index.ts";

const host = { notify: () => undefined };
const platform = process.platform;

beforeEach(() => {
  told.packaged = true;
  const resources = tempDir();
  writeFileSync(join(resources, "app-update.yml"), "provider: generic\n");
  Object.defineProperty(process, "resourcesPath", { value: resources, configurable: true });
});
afterEach(() => {
  told.packaged = false;
  Reflect.deleteProperty(process, "resourcesPath");
  Object.defineProperty(process, "platform", { value: platform });
  vi.unstubAllEnvs();
});

it("without an address of the administrator nothing is looked for", async () => {
  Object.defineProperty(process, "platform", { value: "darwin" });
  expect(await startUpdates(fakeApp(), host)).toBeNull();
});

it.each(["win32", "linux"])(
  "on %s a program that nobody has signed does not update itself",
  async (system) => {
    Object.defineProperty(process, "platform", { value: system });
    vi.stubEnv("LOYALTY_IMPORTER_UPDATES", "https://intranet.example/loyalty-importer/");
    expect(await startUpdates(fakeApp(), host)).toBeNull();
  },
);
