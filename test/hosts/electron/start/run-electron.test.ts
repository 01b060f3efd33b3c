import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import type { Host } from "../../../../main/common/host/host.ts";
import { runElectron } from "../../../../main/hosts/electron/start/run-electron.ts";
import { tempDir } from "../../../helpers/temp-dir.ts";
import { type FakeApp, fakeApp } from "../../fake-app.ts";
import { told } from "../stand-in/index.ts";

let services: FakeApp;
let host: Host | null = null;

beforeAll(() => {
  services = fakeApp();
});

it("sets everything up before the window opens, on the data folder it was given", async () => {
  const dataDir = tempDir();
  const words = ["--no-sandbox", "--data-dir", dataDir, "list.csv"];
  await runElectron(words, async (given, options) => {
    host = given;
    expect(options).toEqual({ dataDir });
    // Its process starts while the data is opened; what it may do was said before.
    expect(told.windows).toHaveLength(1);
    expect(told.permissionRequest).not.toBeNull();
    expect(told.pageHandlers.has("app")).toBe(true);
    return services;
  });
  expect(told.paths.get("userData")).toBe(dataDir);
  expect(told.paths.get("sessionData")).toBe(join(dataDir, "chromium"));
  expect(told.sandboxed).toBe(true);
  expect(told.crashReporter).toEqual({ uploadToServer: false });
  expect(told.schemes.map(({ scheme }) => scheme)).toEqual(["app"]);
  expect(told.permissionRequest).not.toBeNull();
  expect(host?.kind).toBe("electron");
});
