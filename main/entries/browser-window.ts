import { runBrowser } from "../hosts/browser/run-browser.ts";
import { fail } from "../hosts/node/fail.ts";
import { readStartOptions } from "../hosts/window/start-options.ts";

/** Never rejects: a start that fails is told and ends the process. */
export async function openBrowserWindow(args: readonly string[]): Promise<void> {
  try {
    await runBrowser(readStartOptions(args));
  } catch (error) {
    fail(error);
  }
}
