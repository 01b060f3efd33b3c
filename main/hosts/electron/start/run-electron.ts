import { app, type BrowserWindow, session } from "electron";
import type { AppEvent, Screen } from "../../../../preload/types/app.ts";
import type { App, CreateApp } from "../../../app/app-port.ts";
import { AppError } from "../../../common/errors.ts";
import { defaultDataDir } from "../../../common/host/data-dir.ts";
import { rendererDir } from "../../../common/host/entries.ts";
import type { Host } from "../../../common/host/host.ts";
import { startReadersBy } from "../../../pipeline/sources/sheetjs/sheetjs-fork.ts";
import { openFiles } from "../../window/open-files.ts";
import { openingSettings } from "../../window/opening-settings.ts";
import { ownArguments, readStartOptions } from "../../window/start-options.ts";
import { openUploads, type Uploads } from "../../window/uploads.ts";
import { openWindowFiles } from "../../window/window-files.ts";
import { createElectronHost } from "../electron-host.ts";
import { dropOldCrashes } from "../end/crashes.ts";
import { watchEnding } from "../end/ending.ts";
import { followPower, keepAwakeWhileSending } from "../end/power.ts";
import { closeBeforeQuit } from "../end/quit.ts";
import { endOnUncaught, writeDownCrashes } from "../end/uncaught.ts";
import { serveCalls } from "../page/calls.ts";
import { lockDown } from "../page/lock-down.ts";
import { registerPageScheme, servePage } from "../page/page-protocol.ts";
import { setUpNetwork } from "../system/network.ts";
import { createElectronSecrets } from "../system/secrets.ts";
import { utilityFork } from "../system/utility-fork.ts";
import { startUpdates } from "../updates/start-updates.ts";
import type { Updates } from "../updates/updates.ts";
import { askBeforeClosing } from "../window/close-question.ts";
import { setUpMenu } from "../window/menu.ts";
import { showQueueSigns } from "../window/queue-signs.ts";
import { setUpTasks } from "../window/tasks.ts";
import { followTheme } from "../window/theme.ts";
import { openWindow, showWindow } from "../window/window.ts";
import { failInWindow } from "./fail-in-window.ts";
import { takeWindowLock } from "./hand-over.ts";
import { stayOneWindow } from "./one-window.ts";
import { setUpPaths } from "./paths.ts";

/** Starts the application in Electron; ends at once where it runs already on this data folder. */
export async function runElectron(words: readonly string[], createApp: CreateApp): Promise<void> {
  requireSandbox();
  const options = readStartOptions(ownArguments(words));
  const { dataDir } = options;
  setUpPaths(dataDir);
  endOnUncaught(dataDir, (thrown) => void failInWindow(thrown));
  writeDownCrashes(dataDir);
  // Windows shows notifications and recent lists only of programs with a name of their own.
  if (process.platform === "win32") app.setAppUserModelId("app.loyalty-importer");
  app.enableSandbox();
  setUpNetwork();
  registerPageScheme();
  startReadersBy((readers) => utilityFork("sheetjs-process", readers));
  let show = (_files: readonly string[]): void => undefined;
  let showScreen = (_screen: Screen): void => undefined;
  const doors = stayOneWindow(dataDir, {
    show: (files) => show(files),
    showScreen: (screen) => showScreen(screen),
  });
  if (!(await takeWindowLock(dataDir, options))) {
    app.exit(0);
    return;
  }
  await app.whenReady();

  const ending = watchEnding(doors);
  let queueChanged = (): void => undefined;
  let settingsMayHaveChanged = (): void => undefined;
  const host = hearing(
    createElectronHost(await createElectronSecrets(dataDir), () => void app.emit("activate")),
    {
      queue: () => queueChanged(),
      settings: () => settingsMayHaveChanged(),
      restored: () => settingsMayHaveChanged(),
    },
  );
  let updates: Updates | null = null;
  const uploads = await openUploads(dataDir);
  const opening = createApp(host, { dataDir }).then((app) => closingBoth(app, uploads));
  const ends = closeBeforeQuit({
    ...{ opening, doors, ending },
    updates: () => updates,
    words: [`--data-dir=${dataDir}`],
  });
  const services = await opening;
  if (ends()) return;
  lockDown(session.defaultSession);
  servePage(openWindowFiles(rendererDir(), () => openingSettings(services)));
  serveCalls(services, uploads);
  followPower(services);
  queueChanged = showQueueSigns(services.queueSummary, keepAwakeWhileSending());

  const open = (screen: Screen | null = null) =>
    openWindow(
      dataDir,
      (window: BrowserWindow) => askBeforeClosing(window, services, ending, doors),
      screen,
    );
  const openLists = async (files: readonly string[]): Promise<void> => {
    for (const file of files) app.addRecentDocument(file);
    await openFiles(services, host, files);
  };
  show = (files) =>
    void showWindow(open)
      .then(() => openLists(files))
      .catch(failInWindow);
  showScreen = (screen) =>
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
    setUpTasks(showScreen, dataDir === defaultDataDir() ? null : dataDir);
  };
  settingsMayHaveChanged();
  await open(options.screen);
  if (ends()) return;
  queueChanged();
  await openLists(options.files);
  doors.open();
  updates = await startUpdates(services, host);
  await dropOldCrashes(dataDir);
}

const WITHOUT_SANDBOX = ["no-sandbox", "single-process", "disable-seccomp-filter-sandbox"];

/**
 * To be called before anything: `enableSandbox` takes the words away, and the page's processes
 * have lost their sandbox all the same. An AppImage is started without Chromium's sandbox where Linux allows no user namespaces, and
 * anybody can ask for it; the window does not open so.
 * @throws AppError sandbox-off
 */
function requireSandbox(): void {
  const off = WITHOUT_SANDBOX.some((name) => app.commandLine.hasSwitch(name));
  if (app.isPackaged && off) throw new AppError("sandbox-off");
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
