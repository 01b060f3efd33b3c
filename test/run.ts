import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { text } from "node:stream/consumers";
import { buildIfStale } from "../main/entries/start/build.ts";
import { ROOT } from "../main/entries/start/root.ts";
import { findTestElectron } from "./electron/program/find-electron.ts";
import { type Failure, readFailures } from "./helpers/failures.ts";
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
  // Processes of the tests' own are sources: what was made of them once is taken again.
  NODE_COMPILE_CACHE: join(ROOT, "node_modules", ".cache", "tests"),
  // Pictures of every state take a tenth of the whole run; who runs some tests wants to look.
  TEST_PICTURES: process.env.TEST_PICTURES ?? (chosen.length > 0 ? "1" : ""),
};

/** Files that failed beside the others and are run once more; more than these are no chance. */
const ALONE = 3;

interface Part {
  readonly words: readonly string[];
  readonly output: "inherit" | "pipe";
  readonly workers?: number;
}

interface Outcome {
  readonly status: number;
  readonly failures: readonly Failure[];
  /** Whether every part came to its end and told what it found. */
  readonly isWhole: boolean;
}

/** @param results the file that the results are written to, for what is told at the end */
async function runTests({ words, output, workers = 2 }: Part, results: string): Promise<number> {
  const vitest = join(ROOT, "node_modules", "vitest", "vitest.mjs");
  const reports = [
    "--reporter=default",
    "--reporter=json",
    "--reporter=./test/helpers/stuck-reporter.ts",
    `--outputFile.json=${results}`,
  ];
  const tests = spawn(process.execPath, [vitest, "run", ...words, ...reports], {
    cwd: ROOT,
    stdio: ["inherit", output, output],
    env: { ...env, TEST_WORKERS: String(workers) },
  });
  const ended = once(tests, "close");
  const said = await Promise.all(
    [tests.stdout, tests.stderr].map((stream) => (stream === null ? "" : text(stream))),
  );
  const [status] = (await ended) as [number | null];
  process.stdout.write(said.join(""));
  return status ?? 1;
}

/** Runs lanes of parts side by side, the parts of each one after the other. */
async function runLanes(lanes: readonly (readonly Part[])[]): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "test-results-"));
  let status = 0;
  let isWhole = true;
  await Promise.all(
    lanes.map(async (parts, lane) => {
      for (const [at, part] of parts.entries()) {
        const results = join(folder, `${lane}-${at}.json`);
        const own = await runTests(part, results);
        status = Math.max(status, own);
        isWhole &&= existsSync(results);
      }
    }),
  );
  const failures = readFailures(folder);
  rmSync(folder, { recursive: true });
  return { status, failures, isWhole };
}

/** Last, where it is seen: parts run side by side, and any of them may have said much since. */
function tell(title: string, failures: readonly Failure[]): void {
  const told = failures.flatMap(({ file, tests }) =>
    tests.map((test) => `${relative(ROOT, file)}: ${test}\n`),
  );
  process.stdout.write(`\n${title}\n${told.join("")}`);
}

// Programs of Electron share one screen and one focus, so that they come one after the other; what
// waits for processes most of the time comes behind them. What these two say is told when each has
// ended.
let { status, failures, isWhole } = await runLanes(
  chosen.length > 0
    ? [[{ words: chosen, output: "inherit" }]]
    : [
        [
          {
            words: ["product", "apart", "window"].flatMap((name) => ["--project", name]),
            output: "inherit",
          },
        ],
        [
          { words: ["--project", "electron"], output: "pipe" },
          { words: ["--project", "words"], output: "pipe", workers: 1 },
        ],
      ],
);
if (failures.length > 0) tell("Failed:", failures);
if (!isWhole) process.stdout.write("\nOne part of the tests ended before all of them were run.\n");
// Windows miss a moment where others need the processor: a few get one more try, alone.
const mayBeChance = isWhole && failures.length > 0 && failures.length <= ALONE;
if (chosen.length === 0 && status !== 0 && mayBeChance) {
  const words = failures.map(({ file }) => relative(ROOT, file));
  process.stdout.write(`\nOnce more, alone: ${words.join(", ")}\n`);
  ({ status, failures } = await runLanes([[{ words, output: "inherit" }]]));
  if (failures.length > 0) tell("Failed alone too:", failures);
}
const electron = findTestElectron();
if (electron.kind === "unavailable") {
  process.stderr.write(`Skipped: the tests in a real Electron (${electron.reason}).\n`);
}
process.exitCode = status;
