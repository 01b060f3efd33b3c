import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Outcome } from "../../main/cli/outcome/outcome.ts";
import { runCli } from "../../main/cli/run.ts";
import type { CliIo } from "../../main/cli/terminal/io.ts";
import { ROOT } from "../../main/entries/start/root.ts";
import { createCliHost } from "../../main/hosts/node/cli-host.ts";
import type { PracticeServer } from "../../main/practice/server.ts";
import { POINTS } from "../helpers/practice.ts";
import { tempDir } from "../helpers/temp-dir.ts";

/** The built one: it starts in a third of the time that the sources take. */
const ENTRY = join(ROOT, "out", "main", "cli.js");
export const SAMPLE = join(import.meta.dirname, "../../main/practice/sample/customers-sample.xlsx");

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the command line as a process of its own. */
export function startCli(
  args: readonly string[],
  { input = "", env = {} }: RunOptions = {},
): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const child = spawn(process.execPath, [ENTRY, ...args], {
    env: { ...process.env, ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (status) => resolve({ status, out, err }));
  });
  return { child, ended };
}

/** Runs a command in this process: the same code, without the time that a start takes. */
export async function runHere(
  args: readonly string[],
  { input = "" }: { readonly input?: string } = {},
): Promise<Ended> {
  let out = "";
  let err = "";
  const io: CliIo = {
    out: async (text) => {
      out += text;
      return true;
    },
    err: (line) => {
      err += `${line}\n`;
    },
    terminal: null,
    readInput: () => Promise.resolve(input),
    input: null,
    env: {},
    signal: new AbortController().signal,
  };
  const status = await runCli(args, io, createCliHost);
  return { status, out, err };
}

export interface Cli {
  readonly dataDir: string;
  /** Runs a command on the data folder to its end. */
  run(args: readonly string[], options?: RunOptions): Promise<Ended>;
  /** The same with --json; the document comes parsed. */
  json<T = Outcome>(
    args: readonly string[],
    options?: RunOptions,
  ): Promise<Ended & { readonly document: T }>;
  /** Adds a connection to a server, in this process: what the words do is told by profile.test.ts. */
  connect(server: PracticeServer | Target, name?: string): Promise<void>;
  /** A list file; answers its path. */
  list(name: string, text: string | Buffer): string;
}

export interface Target {
  readonly url: string;
  readonly credentials: PracticeServer["credentials"];
}

export function cli(dir = tempDir()): Cli {
  return cliBy((args, options) => startCli(args, options).ended, dir);
}

/**
 * The same with every command in this process, for tests of what commands do one after the other:
 * what a process adds to them is told where they are started.
 */
export function cliHere(dir = tempDir()): Cli {
  return cliBy(async (args, options) => {
    if (options !== undefined) throw new Error("Input and environment belong to a process.");
    return await runHere(args);
  }, dir);
}

function cliBy(start: Cli["run"], dir: string): Cli {
  const dataDir = join(dir, "data");
  const run: Cli["run"] = (args, options) => start([...args, "--data-dir", dataDir], options);
  return {
    dataDir,
    run,
    async json(args, options) {
      const ended = await run([...args, "--json"], options);
      return { ...ended, document: JSON.parse(ended.out) };
    },
    async connect({ url, credentials: { userId, apiKey, accountId } }, name = "Store") {
      const args = ["profile", "add", name, "--url", url, "--user", userId, "--account", accountId];
      const words = [...args, "--data-dir", dataDir];
      const { status, err } = await runHere(words, { input: `${apiKey}\n` });
      if (status !== 0) throw new Error(err);
    },
    list(name, text) {
      const path = join(dir, name);
      writeFileSync(path, text);
      return path;
    },
  };
}

/** A small valid list: `count` customers with code, name and e-mail. */
export function customersCsv(count: number, from = 1): string {
  const rows = Array.from({ length: count }, (_, n) => {
    const number = String(from + n).padStart(5, "0");
    return `C${number},Ana ${number},c${number}@example.com`;
  });
  return ["code,first_name,email", ...rows].join("\n");
}

/** The words that every import over the connection "Store" needs. */
export const STORE = ["--profile", "Store", "--campaign", POINTS] as const;
