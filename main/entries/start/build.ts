import { spawn } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../../common/errors.ts";
import { ROOT } from "./root.ts";

const SOURCES = ["main", "preload", "renderer", "package.json", "electron.vite.config.ts"];
const OUTPUTS = ["out/main/index.js", "out/preload/index.cjs", "out/renderer/index.html"];

/**
 * Builds the program where its sources are newer than what was built from them. What the build
 * has to say goes to standard error.
 * @throws AppError build-failed
 */
export async function buildIfStale(root: string = ROOT): Promise<void> {
  if (!isStale(root)) return;
  const program = join(root, "node_modules", "electron-vite", "bin", "electron-vite.js");
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, [program, "build", "--logLevel", "warn"], {
      cwd: root,
      stdio: ["ignore", process.stderr, process.stderr],
    });
    child.once("error", reject);
    child.once("exit", resolve);
  });
  if (code !== 0) throw new AppError("build-failed", { detail: `exit ${code}` });
}

export function isStale(root: string): boolean {
  const built = OUTPUTS.map(
    (path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  const newest = Math.max(...SOURCES.map((path) => newestIn(join(root, path))));
  return newest > Math.min(...built);
}

/** The latest change of a file, or of anything in a folder (folders tell of removals). */
function newestIn(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
