import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
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
const chosen = process.argv.slice(2);
const env = {
  ...process.env,
  CHROME_PATH: browser,
  // Pictures of every state take a tenth of the whole run; who runs some tests wants to look.
  TEST_PICTURES: process.env.TEST_PICTURES ?? (chosen.length > 0 ? "1" : ""),
};

async function runTests(words: readonly string[], output: "inherit" | "pipe"): Promise<number> {
  const vitest = join(ROOT, "node_modules", "vitest", "vitest.mjs");
  const tests = spawn(process.execPath, [vitest, "run", ...words], {
    cwd: ROOT,
    stdio: ["inherit", output, output],
    env,
  });
  const ended = once(tests, "close");
  const said = await Promise.all(
    [tests.stdout, tests.stderr].map((stream) => (stream === null ? "" : text(stream))),
  );
  const [status] = (await ended) as [number | null];
  process.stdout.write(said.join(""));
  return status ?? 1;
}

// Programs of Electron share one screen and one focus, so that they come one after the other, and
// leave a core free for the rest meanwhile. What they say is told when all of them have ended.
const statuses =
  chosen.length > 0
    ? [await runTests(chosen, "inherit")]
    : await Promise.all([
        runTests(["--project", "product"], "inherit"),
        runTests(["--project", "electron"], "pipe"),
      ]);
const electron = findTestElectron();
if (electron.kind === "unavailable") {
  process.stderr.write(`Skipped: the tests in a real Electron (${electron.reason}).\n`);
}
process.exitCode = Math.max(...statuses);
