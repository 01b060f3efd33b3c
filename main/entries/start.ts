import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fail } from "../hosts/node/fail.ts";
import { readStartOptions, type StartOptions } from "../hosts/window/start-options.ts";
import { buildIfStale } from "./start/build.ts";
import { findElectron } from "./start/electron-binary.ts";
import { ROOT } from "./start/root.ts";
import { runElectronProgram } from "./start/run-electron-program.ts";

/** `npm start`: builds what is out of date and opens the window, in Electron where that can be. */
async function start(options: StartOptions): Promise<void> {
  if (options.browser) {
    await buildIfStale();
    return openInBrowser();
  }
  const [electron] = await Promise.all([findElectron().then(tell), buildIfStale()]);
  if (electron.kind === "unavailable") return openInBrowser();
  const end = await runElectronProgram(electron.path, options);
  if (end.kind === "ended") process.exit(end.code);
  tell({ kind: "unavailable", reason: "Electron's program does not run on this computer" });
  return openInBrowser();
}

/** Says at once, in one line, that it will be the browser and why. */
function tell<T extends { readonly kind: string; readonly reason?: string }>(electron: T): T {
  if (electron.reason !== undefined) {
    process.stderr.write(`The window opens in your browser: ${electron.reason}.\n`);
  }
  return electron;
}

/** In this same process, with the arguments it was given. */
async function openInBrowser(): Promise<void> {
  await import(pathToFileURL(join(ROOT, "out", "main", "browser.js")).href);
}

try {
  await start(readStartOptions(process.argv.slice(2)));
} catch (error) {
  fail(error);
}
