import { setTimeout as wait } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { app, type BrowserWindow, Menu, session } from "electron";
import type { Screen } from "../../../../preload/types/app.ts";
import type { CreateApp } from "../../../app/app-port.ts";
import { AppError } from "../../../common/errors.ts";
import { defaultDataDir } from "../../../common/host/data-dir.ts";
import { rendererDir } from "../../../common/host/entries.ts";
import { tellSystemFormats } from "../../../common/system/region.ts";
import { startReadersBy } from "../../../pipeline/sources/sheetjs/sheetjs-fork.ts";
import { speakAs } from "../../../records/settings.ts";
import { keepSettings, readKeptSettings } from "../../window/kept-settings.ts";
import { openFiles } from "../../window/open-files.ts";
import { openingSettings } from "../../window/opening-settings.ts";
import { ownArguments, readStartOptions } from "../../window/start-options.ts";
import { openWindowFiles } from "../../window/window-files.ts";
import { dropOldCrashes } from "../end/crashes.ts";
import { watchEnding } from "../end/ending.ts";
import { followPower, keepAwakeWhileSending } from "../end/power.ts";
import { closeBeforeQuit } from "../end/quit.ts";
import { endOnUncaught, writeDownCrashes } from "../end/uncaught.ts";
import { serveCalls } from "../page/calls.ts";
import { lockDown } from "../page/lock-down.ts";
import { registerPageScheme, servePage } from "../page/page-protocol.ts";
import { setUpNetwork } from "../system/network.ts";
import { utilityFork } from "../system/utility-fork.ts";
import type { Updates } from "../updates/updates.ts";
import { askBeforeClosing } from "../window/close-question.ts";
import { type MenuActions, setUpMenu } from "../window/menu.ts";
import { openBatches, showQueueSigns } from "../window/queue-signs.ts";
import { setUpTasks } from "../window/tasks.ts";
import { followTheme } from "../window/theme.ts";
import { openWindow, showWindow } from "../window/window.ts";
import { failInWindow } from "./fail-in-window.ts";
import { takeWindowLock } from "./hand-over.ts";
import { stayOneWindow } from "./one-window.ts";
import type { OpenProgram } from "./open-program.ts";
import { setUpPaths } from "./paths.ts";

/** Milliseconds after which nothing waits for the page any more. */
const DRAWN_LATEST = 2000;

/**
 * Starts the application in Electron; ends at once where it runs already on this data folder. The
 * window shows when its page is drawn; the data is opened then, or before where only the data knows
 * the page's language and colours.
 */
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
  // Electron would make a menu of its own until ours comes.
  Menu.setApplicationMenu(null);
  let program: OpenProgram | null = null;
  const openings = Promise.withResolvers<OpenProgram>();
  const opening = openings.promise;
  // Whoever waits for it hears; and this start says why there is none.
  opening.catch(() => undefined);

  const open = (screen: Screen | null = null) =>
    openWindow(
      dataDir,
      (window: BrowserWindow) =>
        askBeforeClosing(
          window,
          () => (program === null ? 0 : openBatches(program.services.queueSummary())),
          ending,
          doors,
        ),
      screen,
    );
  const openLists = async (files: readonly string[]): Promise<void> => {
    for (const file of files) app.addRecentDocument(file);
    const { services, host } = await opening;
    await openFiles(services, host, files);
  };
  const show = (files: readonly string[]) =>
    void showWindow(open)
      .then(() => openLists(files))
      .catch(failInWindow);
  const showScreen = (screen: Screen) =>
    void showWindow(() => open(screen))
      // The page may be drawn before the program behind it is open.
      .then(async () => (await opening).host.emit({ kind: "show", screen }))
      .catch(failInWindow);
  const doors = stayOneWindow(dataDir, { show, showScreen });
  if (!(await takeWindowLock(dataDir, options))) {
    app.exit(0);
    return;
  }
  await app.whenReady();

  const ending = watchEnding(doors);
  let updates: Updates | null = null;
  const ends = closeBeforeQuit({
    opening: opening.then(({ services }) => services),
    ...{ doors, ending },
    updates: () => updates,
    words: [`--data-dir=${dataDir}`],
  });
  lockDown(session.defaultSession);
  const kept = readKeptSettings(dataDir);
  if (kept !== null) followTheme(kept);
  const settings = async () => {
    if (program === null && kept !== null) return kept;
    const now = await openingSettings((await opening).services);
    followTheme(now);
    keepSettings(dataDir, now);
    return now;
  };
  const hasScript = servePage(openWindowFiles(rendererDir(), settings));
  const hasPainted = serveCalls(opening);
  const window = open(options.screen);
  window.catch(() => undefined);
  const menu: MenuActions = {
    open: show,
    show: showScreen,
    openLogs: () => void opening.then(({ services }) => services.answer("app.openLogFolder", {})),
  };
  // Whatever this process does meanwhile holds the window up: it starts the page and shows it.
  const latest = wait(DRAWN_LATEST);
  if (kept !== null) await Promise.race([hasScript, latest]);
  tellSystemFormats(app.getSystemLocale());
  if (kept !== null) {
    await speakAs(kept);
    setUpMenu(menu);
    await Promise.race([hasPainted, latest]);
  }

  let queueChanged = (): void => undefined;
  const settingsMayHaveChanged = () => {
    void settings();
    setUpMenu(menu);
    setUpTasks(showScreen, dataDir === defaultDataDir() ? null : dataDir);
  };
  try {
    const { openProgram } = await import("./open-program.ts");
    program = await openProgram(createApp, dataDir, {
      notice: () => void app.emit("activate"),
      events: {
        queue: () => queueChanged(),
        settings: settingsMayHaveChanged,
        restored: settingsMayHaveChanged,
      },
    });
    openings.resolve(program);
  } catch (error) {
    openings.reject(error);
    throw error;
  }
  if (ends()) return;
  const { services, host } = program;
  followPower(services);
  queueChanged = showQueueSigns(services.queueSummary, keepAwakeWhileSending());
  // Another program may have changed what the window was drawn with.
  const isSame = isDeepStrictEqual(await settings(), kept);
  if (kept !== null && !isSame) host.emit({ kind: "settings" });
  settingsMayHaveChanged();
  await window;
  if (ends()) return;
  queueChanged();
  await openLists(options.files);
  doors.begin();
  const { startUpdates } = await import("../updates/start-updates.ts");
  updates = await startUpdates(services, host);
  await dropOldCrashes(dataDir);
}

const WITHOUT_SANDBOX = ["no-sandbox", "single-process", "disable-seccomp-filter-sandbox"];

/**
 * An AppImage is started without Chromium's sandbox where Linux allows no user namespaces, and
 * anybody can ask for it; the window does not open so. To be called before `enableSandbox`, which
 * takes the word away and leaves the page's processes without a sandbox all the same.
 * @throws AppError sandbox-off
 */
function requireSandbox(): void {
  const off = WITHOUT_SANDBOX.some((name) => app.commandLine.hasSwitch(name));
  if (app.isPackaged && off) throw new AppError("sandbox-off");
}
