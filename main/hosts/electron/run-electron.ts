import { app, session } from "electron";
import { startReadersBy } from "../../sources/sheetjs-fork.ts";
import type { App, CreateApp } from "../app-port.ts";
import { rendererDir } from "../entries.ts";
import type { Host } from "../host.ts";
import { openFiles } from "../open-files.ts";
import { ownArguments, readStartOptions } from "../start-options.ts";
import { openWindowFiles } from "../window-files.ts";
import { serveCalls } from "./calls.ts";
import { createElectronHost } from "./electron-host.ts";
import { failInWindow } from "./fail-in-window.ts";
import { lockDown } from "./lock-down.ts";
import { setUpMenu } from "./menu.ts";
import { retryNothing } from "./network.ts";
import { registerPageScheme, servePage } from "./page-protocol.ts";
import { setUpPaths } from "./paths.ts";
import { utilityFork } from "./utility-fork.ts";
import { openWindow, showWindow } from "./window.ts";

/** Starts the application in Electron; ends at once where it runs already on this data folder. */
export async function runElectron(words: readonly string[], createApp: CreateApp): Promise<void> {
  const options = readStartOptions(ownArguments(words));
  setUpPaths(options.dataDir);
  if (!app.requestSingleInstanceLock({ files: options.files })) {
    app.exit(0);
    return;
  }
  app.enableSandbox();
  retryNothing();
  registerPageScheme();
  startReadersBy((options) => utilityFork("sheetjs-process", options));
  await app.whenReady();

  const host = createElectronHost(options.dataDir);
  const services = await createApp(host, { dataDir: options.dataDir });
  closeBeforeQuit(services);
  lockDown(session.defaultSession);
  servePage(openWindowFiles(rendererDir()));
  serveCalls(services);
  setUpMenu();
  stayOneWindow(services, host);
  await openWindow();
  await openFiles(services, host, options.files);
}

/** A second start, the dock and "open with" all lead to the one window. */
function stayOneWindow(services: App, host: Host): void {
  const show = (files: readonly string[]) =>
    void showWindow()
      .then(() => openFiles(services, host, files))
      .catch(failInWindow);
  app.on("second-instance", (_event, _argv, _dir, data) => show(filesOf(data)));
  app.on("open-file", (event, path) => {
    event.preventDefault();
    show([path]);
  });
  app.on("activate", () => show([]));
  app.on("window-all-closed", () => {
    if (process.platform !== "darwin") app.quit();
  });
}

function filesOf(data: unknown): readonly string[] {
  const files = (data as { readonly files?: unknown } | null)?.files;
  return Array.isArray(files) ? files.filter((each) => typeof each === "string") : [];
}

/** Batches on their way are brought to an end, the database is closed, then the process goes. */
function closeBeforeQuit(services: App): void {
  app.on("will-quit", (event) => {
    event.preventDefault();
    services.close().then(() => app.exit(0), failInWindow);
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => app.quit());
  }
}
