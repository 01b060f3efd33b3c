import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { buildIfStale } from "../main/entries/start/build.ts";
import { ROOT } from "../main/entries/start/root.ts";
import { findTestElectron } from "./electron/program/find-electron.ts";
import { findBrowser } from "./window/browser/find-browser.ts";
import { INSTALL_HINT, installBrowser } from "./window/browser/install-browser.ts";

/** `npm test`: sees to a browser and a build for the window tests, then runs every test. */
const browser = findBrowser() ?? installBrowser();
if (browser === null) {
  process.stderr.write(
    `The window tests need a Chrome, Chromium or Edge and none could be installed. Install one (${INSTALL_HINT}) or name its program in CHROME_PATH, then run npm test again.\n`,
  );
  process.exit(1);
}
await buildIfStale();
const vitest = join(ROOT, "node_modules", "vitest", "vitest.mjs");
const tests = spawnSync(process.execPath, [vitest, "run", ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: "inherit",
  env: { ...process.env, CHROME_PATH: browser },
});
const electron = findTestElectron();
if (electron.kind === "unavailable") {
  process.stderr.write(`Skipped: the tests in a real Electron (${electron.reason}).\n`);
}
process.exit(tests.status ?? 1);
