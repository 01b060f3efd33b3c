import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { buildIfStale } from "../main/entries/start/build.ts";
import { ROOT } from "../main/entries/start/root.ts";
import { findTestElectron } from "./electron/program/find-electron.ts";
import { readFailures } from "./helpers/failures.ts";
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

/** One part of the tests, and where its results are written down for the summary. */
interface Run {
  readonly words: readonly string[];
  readonly output: "inherit" | "pipe";
  readonly results: string;
}

async function runTests({ words, output, results }: Run): Promise<number> {
  const vitest = join(ROOT, "node_modules", "vitest", "vitest.mjs");
  const reports = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
  const tests = spawn(process.execPath, [vitest, "run", ...words, ...reports], {
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

const folder = mkdtempSync(join(tmpdir(), "test-results-"));
const run = (words: readonly string[], output: Run["output"], name: string) =>
  runTests({ words, output, results: join(folder, `${name}.json`) });
// Programs of Electron share one screen and one focus, so that they come one after the other, and
// leave a core free for the rest meanwhile. What they say is told when all of them have ended.
const statuses =
  chosen.length > 0
    ? [await run(chosen, "inherit", "chosen")]
    : await Promise.all([
        run(["--project", "product"], "inherit", "product"),
        run(["--project", "electron"], "pipe", "electron"),
      ]);
const failures = readFailures(folder);
rmSync(folder, { recursive: true });
const electron = findTestElectron();
if (electron.kind === "unavailable") {
  process.stderr.write(`Skipped: the tests in a real Electron (${electron.reason}).\n`);
}
// Last, where it is seen: two parts ran side by side, and either may have said much since.
if (failures.length > 0) process.stderr.write(`\nFailed:\n${failures.join("\n")}\n`);
if (statuses.some((status) => status !== 0)) {
  process.stderr.write(`The parts of the tests ended with ${statuses.join(" and ")}.\n`);
}
process.exitCode = Math.max(...statuses);
