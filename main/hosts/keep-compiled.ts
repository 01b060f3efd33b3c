import { mkdirSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { chooseDataDir } from "./data-dir.ts";

/**
 * Keeps the compiled code of this program beside its data, so that the next start need not compile
 * it again; processes that this one starts share it. Under plain Node only: the installed program
 * runs what its archive holds, and nothing that lies where others may write. To be called before
 * the rest is imported.
 * @param args the words of the start, for --data-dir
 */
export function keepCompiled(args: readonly string[] = process.argv.slice(2)): void {
  if (process.versions.electron !== undefined) return;
  // Node has switched it on by itself, or it is for the parent to say where.
  if (process.env.NODE_COMPILE_CACHE !== undefined || process.send !== undefined) return;
  const dir = join(chooseDataDir(askedDataDir(args)), "code-cache");
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
  } catch {
    // Whoever opens the data folder says what is wrong with it.
    return;
  }
  enableCompileCache(dir);
  process.env.NODE_COMPILE_CACHE = dir;
}

function askedDataDir(args: readonly string[]): string | null {
  const at = args.findIndex((arg) => arg === "--data-dir" || arg.startsWith("--data-dir="));
  const arg = args[at];
  if (arg === undefined) return null;
  return arg === "--data-dir" ? (args[at + 1] ?? null) : arg.slice("--data-dir=".length);
}
