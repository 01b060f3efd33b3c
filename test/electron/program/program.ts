import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type ElectronApplication, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, inject, onTestFinished } from "vitest";
import { shoot } from "../../window/browser/shoot.ts";
import { settled } from "../../window/browser/visit.ts";
import { giveTo } from "./desktop.ts";
import { ownLines } from "./own-lines.ts";
import { startWords } from "./prepare.ts";

/** The real program, running with its window. */
export interface Program {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataDir: string;
  /** What the page had to complain about: thrown, refused by the policy, not found. */
  readonly complaints: string[];
  /** What the program wrote to standard error, Chromium's own lines left out. */
  stderr(): string;
  /** The entries of its log. */
  log(): readonly string[];
  /** Quits as the menu does; gives the exit status. */
  quit(): Promise<number | null>;
  signal(name: NodeJS.Signals): void;
  /** Waits for the end. */
  ended(): Promise<number | null>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

export interface Start {
  /** One of its own where it is not named. */
  readonly dataDir?: string;
  /** As on the command line. */
  readonly words?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const START_LIMIT_MS = 60_000;
const electron = inject("electron");

/** A suite in the real Electron; skipped, and the title says why, where there is none. */
export function inElectron(title: string, tests: () => void): void {
  if (electron.kind === "ready") describe(title, tests);
  else describe.skip(`${title} (skipped: ${electron.reason})`, tests);
}

/** The same on Linux only. */
inElectron.onLinux = (title: string, tests: () => void): void => {
  if (process.platform === "linux") inElectron(title, tests);
  else describe.skip(`${title} (skipped: on Linux only)`, tests);
};

/** @throws Error outside of `inElectron` */
export function prepared() {
  if (electron.kind === "unavailable") throw new Error(electron.reason);
  return electron;
}

/** A folder that the program may write to; to be removed by the caller. */
function makeFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), "loyalty-importer-"));
  giveTo(prepared().desktop.uid, dir);
  return dir;
}

/** A folder that the program may write to; gone when the test is over. */
export function programDir(): string {
  const dir = makeFolder();
  onTestFinished(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }));
  return dir;
}

/** Starts the program; it is gone when the test is over. */
export async function startProgram(start: Start = {}): Promise<Program> {
  const dataDir = start.dataDir ?? join(programDir(), "data");
  const program = await launch({ ...start, dataDir });
  onTestFinished(async ({ task }) => {
    if (task.result?.state === "fail") await shootFailed(program, task.name);
    await program.kill();
  });
  return program;
}

/** One program for all tests of a suite, to be called in it. */
export function suiteProgram(start: Omit<Start, "dataDir"> = {}): () => Program {
  let running: Program | null = null;
  let dir = "";
  beforeAll(async () => {
    dir = makeFolder();
    running = await launch({ ...start, dataDir: join(dir, "data") });
  }, START_LIMIT_MS);
  afterAll(async () => {
    await running?.kill();
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  });
  return () => {
    if (running === null) throw new Error("The program was not started.");
    return running;
  };
}

async function launch(start: Start & { readonly dataDir: string }): Promise<Program> {
  const { command, words, env } = startWords(
    prepared(),
    ["--data-dir", start.dataDir, ...(start.words ?? [])],
    start.env,
  );
  const app = await _electron.launch({
    executablePath: command,
    args: [...words],
    env,
    chromiumSandbox: true,
    timeout: START_LIMIT_MS,
  });
  const child = app.process();
  const exited = once(child, "exit");
  let errors = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  async function kill(): Promise<void> {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
    await exited;
  }
  const complaints: string[] = [];
  try {
    const page = await app.firstWindow();
    page.setDefaultTimeout(20_000);
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    await settled(page);
    return {
      app,
      page,
      dataDir: start.dataDir,
      complaints,
      stderr: () => ownLines(errors),
      log: () => logEntries(start.dataDir),
      async quit() {
        // In a turn of its own, as in person.ts.
        await app
          .evaluate((module) => void setImmediate(() => module.app.quit()))
          .catch(() => undefined);
        await exited;
        return child.exitCode;
      },
      signal: (name) => void child.kill(name),
      async ended() {
        await exited;
        return child.exitCode;
      },
      kill,
    };
  } catch (error) {
    await kill();
    throw new Error(`The program did not open its window. It wrote:\n${errors}`, { cause: error });
  }
}

function logEntries(dataDir: string): readonly string[] {
  const logs = join(dataDir, "logs");
  if (!existsSync(logs)) return [];
  return readdirSync(logs)
    .flatMap((name) => readFileSync(join(logs, name), "utf8").split("\n"))
    .filter((line) => line !== "");
}

async function shootFailed({ page }: Program, name: string): Promise<void> {
  await shoot(page, `failed-${name.slice(0, 40)}`).catch((error) =>
    process.stderr.write(`No picture of the failed window: ${String(error)}\n`),
  );
}
