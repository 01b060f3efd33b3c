import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { ROOT } from "../../main/entries/start/root.ts";

const isWindows = process.platform === "win32";
const CLI = join(ROOT, "out", "main", "cli.js");

/** Windows' Node: this one, or a program that runs it (by Wine, say); null where there is none. */
export const WINDOWS_NODE = isWindows
  ? process.execPath
  : (process.env.LOYALTY_WINDOWS_NODE ?? null);

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** A path of this computer as Windows' Node names it; Wine shows the whole of it as drive Z. */
export function windowsPath(path: string): string {
  return isWindows ? path : `Z:${path.replaceAll("/", "\\")}`;
}

/** Runs Windows' Node to its end. */
export async function runNode(
  args: readonly string[],
  cwd: string,
  timeoutMs = 60_000,
): Promise<Ended> {
  const child = spawn(WINDOWS_NODE ?? "", args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const timer = setTimeout(() => child.kill("SIGKILL"), timeoutMs);
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  const status = await new Promise<number | null>((resolve) => child.once("close", resolve));
  clearTimeout(timer);
  return { status, out, err };
}

/** Runs in Windows' Node until the file is there that it is told of; not longer than the tests may take. */
const STAY = `
  const end = Date.now() + 10 * 60_000;
  const look = () => require("node:fs").existsSync(process.argv[1]) || Date.now() > end;
  const timer = setInterval(() => look() && clearInterval(timer), 100);`;

/**
 * Wine starts Windows' services with the first of its processes and ends them with the last, which
 * takes longer than most commands: one process stays until what comes back is called.
 * @param dir a folder for its mark
 */
export function keepWindows(dir: string): () => Promise<void> {
  if (isWindows || WINDOWS_NODE === null) return async () => undefined;
  const done = join(dir, "done");
  const child = spawn(WINDOWS_NODE, ["-e", STAY, windowsPath(done)], { stdio: "ignore" });
  const ended = once(child, "close");
  return async () => {
    writeFileSync(done, "");
    await ended;
  };
}

/** Runs a command of the built command line, in a folder, to its end. */
export async function runCommand(cwd: string, args: readonly string[]): Promise<Ended> {
  return await runNode([windowsPath(CLI), ...args], cwd);
}

/**
 * Holds a file open in another process of Windows for as long as `use` takes. "excel": open for
 * writing, others may read, as a spreadsheet program does; "alone": nobody else may open it.
 */
export async function whileHeld<T>(
  path: string,
  how: "excel" | "alone",
  use: () => Promise<T>,
): Promise<T> {
  const script = join(import.meta.dirname, "hold-file.cjs");
  const [held, done] = [`${path}.held`, `${path}.done`];
  const words = [script, path, held, done].map(windowsPath);
  const holding = runNode([...words, how], join(path, ".."));
  try {
    for (let tries = 0; !existsSync(held); tries += 1) {
      if (tries > 600) throw new Error("the file was not held");
      await pause(50);
    }
    return await use();
  } finally {
    writeFileSync(done, "");
    const { err } = await holding;
    if (err !== "") process.stderr.write(err);
    for (const mark of [held, done]) rmSync(mark, { force: true });
  }
}
