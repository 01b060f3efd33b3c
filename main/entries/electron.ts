import { app } from "electron";
import { isCliStart } from "../cli/start-words.ts";
import { failInWindow } from "../hosts/electron/start/fail-in-window.ts";
import { ownWords } from "../hosts/electron/start/own-words.ts";

/**
 * Electron's entry: the window, or the command line where the words are its; only what is needed is
 * read. The module is awaited, what it starts is not: Electron becomes ready only after it has ended.
 */
const words = ownWords(process.argv, app.isPackaged ? null : app.getAppPath());
const start = isCliStart(words) ? await commandLine() : await window();
start().catch(failInWindow);

async function commandLine(): Promise<() => Promise<unknown>> {
  const [{ runElectronCli }, { endProcess }] = await Promise.all([
    import("./electron-cli.ts"),
    import("../cli/terminal/io.ts"),
  ]);
  return () => runElectronCli(words).then(endProcess);
}

async function window(): Promise<() => Promise<unknown>> {
  const { runElectron } = await import("../hosts/electron/start/run-electron.ts");
  return () =>
    runElectron(words, async (host, options) => {
      // Read and compiled while the window's process starts.
      const { createApp } = await import("../app/app.ts");
      return await createApp(host, options);
    });
}
