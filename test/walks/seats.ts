import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type Browser, type Page } from "playwright-core";
import {
  type PracticeServer,
  type PracticeServerOptions,
  startPracticeServer,
} from "../../main/practice/server.ts";
import { giveTo } from "../electron/program/desktop.ts";
import { answerDialogs } from "../electron/program/person.ts";
import { prepareElectron, startWords } from "../electron/program/prepare.ts";
import { launchBrowser } from "../window/browser/browser.ts";
import { startWindow } from "../window/browser/start-window.ts";
import { settled } from "../window/browser/visit.ts";
import { followFocus } from "../window/browser/watch-focus.ts";
import { writeLists } from "./lists.ts";
import type { Seat } from "./person.ts";

const SIZE = { width: 1280, height: 800 };
const LIMIT_MS = 20_000;

/** A seat that is left again by the caller. */
export interface OwnSeat extends Seat {
  /** What the page wrote to its console so far. */
  readonly complaints: readonly string[];
  /** Where the keyboard stood nowhere. */
  readonly lostFocus: readonly string[];
  leave(): Promise<void>;
}

/** Where people sit: in the browser host or in the real Electron. To be closed by the caller. */
export interface Room {
  readonly name: string;
  sit(): Promise<OwnSeat>;
  close(): Promise<void>;
}

export async function browserRoom(): Promise<Room> {
  const browser = await launchBrowser(true);
  return { name: "browser", sit: () => sitAtBrowser(browser), close: () => browser.close() };
}

async function sitAtBrowser(browser: Browser): Promise<OwnSeat> {
  const things = makeThings(null);
  const { dataDir } = things;
  let program = await startWindow({ dataDir });
  const context = await browser.newContext({
    viewport: SIZE,
    locale: "en-GB",
    timezoneId: "Europe/Amsterdam",
    reducedMotion: "reduce",
    acceptDownloads: true,
  });
  context.setDefaultTimeout(LIMIT_MS);
  const page = await context.newPage();
  await listen(page, things);
  await page.goto(program.url);
  await settled(page);
  return {
    ...things,
    page,
    chooseFile: (path) => chooseFile(page, path),
    async save(act) {
      const [download] = await Promise.all([page.waitForEvent("download"), act()]);
      const path = join(things.folder, download.suggestedFilename());
      await download.saveAs(path);
      return path;
    },
    async restart() {
      await page.goto("about:blank");
      await program.kill();
      program = await startWindow({ dataDir });
      await page.goto(program.url);
      await settled(page);
      return page;
    },
    async leave() {
      await context.close();
      await program.kill();
      await things.clear();
    },
  };
}

/** @throws Error where there is no Electron to sit at */
export async function electronRoom(): Promise<Room> {
  const { electron, end } = await prepareElectron();
  if (electron.kind === "unavailable") throw new Error(`No Electron: ${electron.reason}.`);
  const { desktop } = electron;
  return {
    name: "electron",
    close: end,
    async sit() {
      const things = makeThings(desktop.uid);
      const start = () =>
        startElectron(startWords(electron, ["--data-dir", things.dataDir]), things);
      let program = await start();
      return {
        ...things,
        page: program.page,
        async chooseFile(path) {
          giveTo(desktop.uid, path);
          await chooseFile(program.page, path);
        },
        async save(act) {
          const path = join(things.folder, "saved.xlsx");
          await answerDialogs(program.app, { save: path });
          await act();
          await program.page.getByRole("alert").filter({ hasText: "saved.xlsx" }).waitFor();
          return path;
        },
        async restart() {
          await program.kill();
          program = await start();
          return program.page;
        },
        async leave() {
          await program.kill();
          await things.clear();
        },
      };
    },
  };
}

async function startElectron(
  { command, words, env }: ReturnType<typeof startWords>,
  things: Things,
) {
  const app = await _electron.launch({
    executablePath: command,
    args: [...words],
    env,
    chromiumSandbox: true,
    timeout: 3 * LIMIT_MS,
  });
  const child = app.process();
  const page = await app.firstWindow();
  page.setDefaultTimeout(LIMIT_MS);
  await listen(page, things);
  await settled(page);
  await page.setViewportSize(SIZE);
  return {
    app,
    page,
    async kill() {
      const exited = once(child, "exit");
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await exited;
    },
  };
}

async function chooseFile(page: Page, path: string): Promise<void> {
  const [dialog] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Choose a file" }).click(),
  ]);
  await dialog.setFiles(path);
}

type Things = ReturnType<typeof makeThings>;

/** What a person brings along: lists, an empty data folder, platforms. */
function makeThings(uid: number | null) {
  const root = mkdtempSync(join(tmpdir(), "loyalty-walk-"));
  const folder = join(root, "lists");
  mkdirSync(folder);
  writeLists(folder);
  giveTo(uid, root);
  const servers: PracticeServer[] = [];
  return {
    folder,
    dataDir: join(root, "data"),
    complaints: [] as string[],
    lostFocus: [] as string[],
    async platform(options: Partial<PracticeServerOptions> = {}) {
      const server = await startPracticeServer({ databasePath: ":memory:", ...options });
      servers.push(server);
      return server;
    },
    async clear() {
      for (const server of servers) await server.close();
      rmSync(root, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function listen(page: Page, { complaints, lostFocus }: Things): Promise<void> {
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  await followFocus(page, lostFocus);
}
