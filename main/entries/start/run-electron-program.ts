import { spawn } from "node:child_process";
import type { StartOptions } from "../../hosts/window/start-options.ts";
import { ROOT } from "./root.ts";

/** A program that dies so soon never showed a window: missing libraries, no sandbox. */
const NEVER_STARTED_MS = 15_000;

export type ElectronEnd =
  | { readonly kind: "ended"; readonly code: number }
  | { readonly kind: "never-started" };

/** Runs the built application in Electron and waits for its end; signals are passed on. */
export function runElectronProgram(path: string, options: StartOptions): Promise<ElectronEnd> {
  const began = Date.now();
  return new Promise((resolve) => {
    const child = spawn(path, [ROOT, "--data-dir", options.dataDir, ...options.files], {
      stdio: ["ignore", process.stderr, process.stderr],
    });
    let told = false;
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        told = true;
        child.kill(signal);
      });
    }
    child.once("error", () => resolve({ kind: "never-started" }));
    child.once("exit", (code, signal) => {
      const failed = signal !== null || code !== 0;
      const soon = Date.now() - began < NEVER_STARTED_MS;
      if (failed && soon && !told) resolve({ kind: "never-started" });
      else resolve({ kind: "ended", code: told ? 0 : (code ?? 1) });
    });
  });
}
