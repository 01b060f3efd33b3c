import { createApp } from "./app.ts";
import { runBrowser } from "./hosts/browser/run-browser.ts";
import { fail } from "./hosts/fail.ts";
import { readStartOptions } from "./hosts/start-options.ts";

/** The window in a browser: `npm start -- --browser [--no-open] [--data-dir DIR] [--port N]`. */
try {
  await runBrowser(readStartOptions(process.argv.slice(2)), createApp);
} catch (error) {
  fail(error);
}
