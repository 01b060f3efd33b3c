import { app, type BrowserWindow, session } from "electron";
import type { AppEvent, Screen } from "../../../preload/types/app.ts";
import { AppError } from "../../errors.ts";
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
import { dropOldCrashes } from "./crashes.ts";
import { createElectronHost } from "./electron-host.ts";
import { failInWindow } from "./fail-in-window.ts";
import { lockDown } from "./lock-down.ts";
import { setUpMenu } from "./menu.ts";
import { setUpNetwork } from "./network.ts";
import { stayOneWindow } from "./one-window.ts";
import { registerPageScheme, servePage } from "./page-protocol.ts";
import { setUpPaths } from "./paths.ts";
import { followPower, keepAwakeWhileSending, watchEnding } from "./power.ts";
import { showQueueSigns } from "./queue-signs.ts";
import { closeBeforeQuit } from "./quit.ts";
import { createElectronSecrets } from "./secrets.ts";
import { startUpdates } from "./start-updates.ts";
import { setUpTasks } from "./tasks.ts";
import { followTheme } from "./theme.ts";
import { endOnUncaught } from "./uncaught.ts";
import type { Updates } from "./updates.ts";
import { utilityFork } from "./utility-fork.ts";
import { openWindow, showWindow } from "./window.ts";

/** Starts the application in Electron; ends at once where it runs already on this data folder. */
export async function runElectron(words: readonly string[], createApp: CreateApp): Promise<void> {
  const options = readStartOptions(ownArguments(words));
  setUpPaths(options.dataDir);
  endOnUncaught(options.dataDir, failInWindow);
  if (!app.requestSingleInstanceLock({ files: options.files, screen: options.screen })) {
    app.exit(0);
    return;
  }
  // Windows shows notifications and recent lists only of programs with a name of their own.
  if (process.platform === "win32") app.setAppUserModelId("app.loyalty-importer");
  app.enableSandbox();
  setUpNetwork();
  registerPageScheme();
  startReadersBy((readers) => utilityFork("sheetjs-process", readers));
  const windowIsThere = stayOneWindow();
  await app.whenReady();
  requireSandbox();

  let queueChanged = (): void => undefined;
  let settingsMayHaveChanged = (): void => undefined;
  const host = hearing(
    createElectronHost(
      await createElectronSecrets(options.dataDir),
      () => void app.emit("activate"),
    ),
    {
      queue: () => queueChanged(),
      settings: () => settingsMayHaveChanged(),
      restored: () => settingsMayHaveChanged(),
    },
  );
  const services = await createApp(host, { dataDir: options.dataDir });
  let updates: Updates | null = null;
  const uploads = await openUploads(options.dataDir);
  closeBeforeQuit(closingBoth(services, uploads), (failed) => updates?.install(failed) === true);
  lockDown(session.defaultSession);
  servePage(openWindowFiles(rendererDir(), () => openingSettings(services)));
  serveCalls(services, uploads);
  const ending = watchEnding();
  followPower(services);
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
  await followTheme(services);
  settingsMayHaveChanged = () => {
    void followTheme(services);
    setUpMenu({
      open: show,
      show: showScreen,
      openLogs: () => void services.answer("app.openLogFolder", {}),
    });
    setUpTasks(showScreen, options.dataDir === defaultDataDir() ? null : options.dataDir);
  };
  settingsMayHaveChanged();
  await open(options.screen);
  queueChanged();
  await openLists(options.files);
  windowIsThere({ show, showScreen });
  updates = await startUpdates(services, host);
  await dropOldCrashes(options.dataDir);
}

/**
 * An AppImage is started without Chromium's sandbox where Linux allows no user namespaces, and
 * anybody can ask for it; the window does not open so.
 * @throws AppError sandbox-off
 */
function requireSandbox(): void {
  if (app.isPackaged && app.commandLine.hasSwitch("no-sandbox")) throw new AppError("sandbox-off");
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

/** The same host, some of whose events are heard on their way to the page. */
function hearing(
  host: Host,
  listeners: Readonly<Partial<Record<AppEvent["kind"], () => void>>>,
): Host {
  return {
    ...host,
    emit(event) {
      host.emit(event);
      listeners[event.kind]?.();
    },
  };
}
