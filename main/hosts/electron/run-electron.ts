import { app, type BrowserWindow, session } from "electron";
import { SCREENS, type Screen } from "../../../preload/types/app.ts";
import { startReadersBy } from "../../sources/sheetjs-fork.ts";
import type { App, CreateApp } from "../app-port.ts";
import { defaultDataDir } from "../data-dir.ts";
import { rendererDir } from "../entries.ts";
import type { Host } from "../host.ts";
import { openFiles } from "../open-files.ts";
import { openingSettings } from "../opening-settings.ts";
import { ownArguments, readStartOptions } from "../start-options.ts";
import { openUploads, type Uploads } from "../uploads.ts";
import { openWindowFiles } from "../window-files.ts";
import { serveCalls } from "./calls.ts";
import { askBeforeClosing } from "./close-question.ts";
import { createElectronHost } from "./electron-host.ts";
import { failInWindow } from "./fail-in-window.ts";
import { lockDown } from "./lock-down.ts";
import { setUpMenu } from "./menu.ts";
import { retryNothing } from "./network.ts";
import { registerPageScheme, servePage } from "./page-protocol.ts";
import { setUpPaths } from "./paths.ts";
import { keepAwakeWhileSending, wakeQueueByPower, watchEnding } from "./power.ts";
import { showQueueSigns } from "./queue-signs.ts";
import { startUpdates } from "./start-updates.ts";
import { setUpTasks } from "./tasks.ts";
import type { Updates } from "./updates.ts";
import { utilityFork } from "./utility-fork.ts";
import { openWindow, showWindow } from "./window.ts";

/** Starts the application in Electron; ends at once where it runs already on this data folder. */
export async function runElectron(words: readonly string[], createApp: CreateApp): Promise<void> {
  const options = readStartOptions(ownArguments(words));
  setUpPaths(options.dataDir);
  if (!app.requestSingleInstanceLock({ files: options.files, screen: options.screen })) {
    app.exit(0);
    return;
  }
  // Windows shows notifications and recent lists only of programs with a name of their own.
  if (process.platform === "win32") app.setAppUserModelId("app.loyalty-importer");
  app.enableSandbox();
  retryNothing();
  registerPageScheme();
  startReadersBy((readers) => utilityFork("sheetjs-process", readers));
  const early = keepEarlyFiles();
  await app.whenReady();

  let queueChanged = (): void => undefined;
  const host = toldOfQueue(createElectronHost(options.dataDir), () => queueChanged());
  const services = await createApp(host, { dataDir: options.dataDir });
  let updates: Updates | null = null;
  const uploads = await openUploads(options.dataDir);
  closeBeforeQuit(closingBoth(services, uploads), () => updates?.install() === true);
  lockDown(session.defaultSession);
  servePage(openWindowFiles(rendererDir(), () => openingSettings(services)));
  serveCalls(services, uploads);
  const ending = watchEnding();
  wakeQueueByPower(services);
  queueChanged = showQueueSigns(services.queueSummary, keepAwakeWhileSending());

  const open = (screen: Screen | null = null) =>
    openWindow(
      options.dataDir,
      (window: BrowserWindow) => askBeforeClosing(window, services, ending),
      screen,
    );
  const openLists = async (files: readonly string[]): Promise<void> => {
    for (const file of files) app.addRecentDocument(file);
    await openFiles(services, host, files);
  };
  const show = (files: readonly string[]) =>
    void showWindow(open)
      .then(() => openLists(files))
      .catch(failInWindow);
  const showScreen = (screen: Screen) =>
    void showWindow(() => open(screen))
      .then(() => host.emit({ kind: "show", screen }))
      .catch(failInWindow);
  setUpMenu({
    open: show,
    show: showScreen,
    openLogs: () => void services.answer("app.openLogFolder", {}),
  });
  setUpTasks(showScreen, options.dataDir === defaultDataDir() ? null : options.dataDir);
  stayOneWindow(show, showScreen);
  await open(options.screen);
  queueChanged();
  await openLists([...options.files, ...early()]);
  updates = await startUpdates(services, host);
}

/** The same services, with which files go that no draft was made of. */
function closingBoth(services: App, uploads: Uploads): App {
  return {
    ...services,
    async close() {
      await services.close();
      await uploads.close();
    },
  };
}

/** The same host, whose events about the queue are heard on their way to the page. */
function toldOfQueue(host: Host, changed: () => void): Host {
  return {
    ...host,
    emit(event) {
      host.emit(event);
      if (event.kind === "queue") changed();
    },
  };
}

/** macOS hands over the first file before the program is ready. */
function keepEarlyFiles(): () => readonly string[] {
  const files: string[] = [];
  const keep = (event: { preventDefault(): void }, path: string) => {
    event.preventDefault();
    files.push(path);
  };
  app.on("open-file", keep);
  return () => {
    app.off("open-file", keep);
    return files;
  };
}

/** A second start, the dock and "open with" all lead to the one window. */
function stayOneWindow(
  show: (files: readonly string[]) => void,
  showScreen: (screen: Screen) => void,
): void {
  app.on("second-instance", (_event, _argv, _dir, data) => {
    const screen = screenOf(data);
    if (screen === null) show(filesOf(data));
    else showScreen(screen);
  });
  app.on("open-file", (event, path) => {
    event.preventDefault();
    show([path]);
  });
  app.on("activate", () => show([]));
  app.on("window-all-closed", () => {
    if (process.platform !== "darwin") app.quit();
  });
}

function screenOf(data: unknown): Screen | null {
  const asked = (data as { readonly screen?: unknown } | null)?.screen;
  return SCREENS.find((screen) => screen === asked) ?? null;
}

function filesOf(data: unknown): readonly string[] {
  const files = (data as { readonly files?: unknown } | null)?.files;
  return Array.isArray(files) ? files.filter((each) => typeof each === "string") : [];
}

/**
 * Batches on their way are brought to an end, the database is closed, an update that is ready is
 * installed, then the process goes.
 */
function closeBeforeQuit(services: App, install: () => boolean): void {
  let closing = false;
  let installing = false;
  app.on("will-quit", (event) => {
    // An installer ends the program by itself, through here again.
    if (installing) return;
    event.preventDefault();
    if (closing) return;
    closing = true;
    // An installer ends every process of the program: not under a command line that sends.
    const elsewhere = services.queueSummary().sender === "elsewhere";
    services.close().then(() => {
      installing = true;
      if (elsewhere || !install()) app.exit(0);
    }, failInWindow);
  });
}
