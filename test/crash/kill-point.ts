import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../main/entries/start/root.ts";

const ENTRY = join(ROOT, "out", "main", "cli.js");

export interface Ran {
  /** null: killed. */
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Builds what is preloaded to kill a process at a chosen call; null where that cannot be done. */
export function buildKiller(dir: string): string | null {
  return buildPreloaded(dir, "kill-at");
}

/** Builds what is to be preloaded into a process; null where that cannot be done. */
export function buildPreloaded(dir: string, name: "kill-at" | "synced-sizes"): string | null {
  if (process.platform !== "linux") return null;
  const path = join(dir, `${name}.so`);
  const source = join(import.meta.dirname, `${name}.c`);
  const built = spawnSync("cc", ["-shared", "-fPIC", "-O2", "-o", path, source, "-ldl"]);
  return built.status === 0 ? path : null;
}

/** Runs a command of the command line to its end. */
export async function runCommand(
  dataDir: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input = "",
): Promise<Ran> {
  const child = spawn(process.execPath, [ENTRY, ...args, "--data-dir", dataDir], {
    // What Node keeps of compiled sources is renamed into place as well, and is nobody's data.
    env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: "1", ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  let out = "";
  let err = "";
  child.stdout.on("data", (piece: Buffer) => {
    out += piece.toString("utf8");
  });
  child.stderr.on("data", (piece: Buffer) => {
    err += piece.toString("utf8");
  });
  const [status] = (await once(child, "close")) as [number | null];
  return { status, out, err };
}

/** How many calls a command makes at which it can be killed. */
export async function countPoints(
  killer: string,
  dataDir: string,
  args: readonly string[],
): Promise<number> {
  const count = join(dataDir, "..", "count");
  await runCommand(dataDir, args, { LD_PRELOAD: killer, KILL_COUNT: count });
  return existsSync(count) ? Number(readFileSync(count, "utf8")) : 0;
}

export async function runKilled(
  killer: string,
  dataDir: string,
  args: readonly string[],
  at: number,
): Promise<Ran> {
  return await runCommand(dataDir, args, { LD_PRELOAD: killer, KILL_AT: String(at) });
}
