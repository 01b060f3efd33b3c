import { mkdirSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { chooseDataDir } from "../../common/host/data-dir.ts";

/**
 * Keeps what Node makes of this program (types taken out where the sources run, compiled) for the
 * next start, which takes half the time then; processes and threads that this one starts share it.
 * Under plain Node only: the installed program runs what its archive holds, and nothing that lies
 * where others may write. Where the folder cannot be written, nothing is kept. To be called before
 * the rest is imported.
 * @param windowArgs the words of a window's start: the built one keeps it beside the data
 */
export function keepCompiled(windowArgs?: readonly string[]): void {
  // Where it is set, Node has switched it on by itself.
  if (process.versions.electron !== undefined || process.env.NODE_COMPILE_CACHE !== undefined)
    return;
  const dir = folder(windowArgs);
  if (dir === null) return;
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
  } catch {
    // Whoever opens the data folder says what is wrong with it.
    return;
  }
  enableCompileCache(dir);
  process.env.NODE_COMPILE_CACHE = dir;
}

function folder(windowArgs?: readonly string[]): string | null {
  if (import.meta.filename.endsWith(".ts")) {
    return join(import.meta.dirname, "../../../node_modules/.cache/loyalty-importer");
  }
  return windowArgs === undefined
    ? null
    : join(chooseDataDir(askedDataDir(windowArgs)), "code-cache");
}

function askedDataDir(args: readonly string[]): string | null {
  const at = args.findIndex((arg) => arg === "--data-dir" || arg.startsWith("--data-dir="));
  const arg = args[at];
  if (arg === undefined) return null;
  return arg === "--data-dir" ? (args[at + 1] ?? null) : arg.slice("--data-dir=".length);
}
