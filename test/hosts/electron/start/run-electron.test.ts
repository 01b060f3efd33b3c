import { join } from "node:path";
import { beforeAll, expect, it, vi } from "vitest";
import type { CreateApp } from "../../../../main/app/app-port.ts";
import type { Host } from "../../../../main/common/host/host.ts";
import { runElectron } from "../../../../main/hosts/electron/start/run-electron.ts";
import { tempDir } from "../../../helpers/temp-dir.ts";
import { type FakeApp, fakeApp } from "../../fake-app.ts";
import { app, told } from "../stand-in.ts";

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

it("the installed program opens no window without Chromium's sandbox, and says what to do", async () => {
  told.packaged = true;
  told.switches.add("no-sandbox");
  const createApp = vi.fn<CreateApp>();
  const start = runElectron(["--data-dir", tempDir()], createApp);
  await expect(start).rejects.toThrow(/Install it from the \.deb or \.rpm file/);
  expect(createApp).not.toHaveBeenCalled();
  told.packaged = false;
  told.switches.delete("no-sandbox");
});

it("closes the services before the process ends", async () => {
  const close = vi.spyOn(services, "close");
  const exit = vi.spyOn(app, "exit");
  let stopped = false;
  app.emit("will-quit", {
    preventDefault: () => {
      stopped = true;
    },
  });
  await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(0));
  expect(stopped).toBe(true);
  expect(close).toHaveBeenCalledOnce();
});
