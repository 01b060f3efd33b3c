/**
 * `node test/packaging/smoke.ts [PROGRAM WORDS...]`: starts the packed program (the one in `dist/`
 * for this computer, where none is named) as its users do, by the command line and with its window.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import { DATABASE_FILE } from "../../main/database/open.ts";
import { ROOT } from "../../main/start/root.ts";
import { VERSION } from "../../main/version.ts";

const LIMIT_MS = 120_000;
const SAMPLE = join(ROOT, "main/practice/sample/customers-sample.xlsx");
const OLD_FORMAT = join(ROOT, "test/fixtures/sources/traits.xls");

const PACKED: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: "linux-unpacked/loyalty-importer",
  win32: "win-unpacked/Loyalty Importer.exe",
  darwin: `${process.arch === "arm64" ? "mac-arm64" : "mac"}/Loyalty Importer.app/Contents/MacOS/Loyalty Importer`,
};

const [program = join(ROOT, "dist", PACKED[process.platform] ?? ""), ...first] =
  process.argv.slice(2);
const dir = mkdtempSync(join(tmpdir(), "loyalty-importer-smoke-"));
const dataDir = join(dir, "data");

/** Runs a command; its status and output have to be what they should be. */
function command(words: readonly string[], status: number, output: RegExp): void {
  const run = spawnSync(program, [...first, ...words], { encoding: "utf8", timeout: LIMIT_MS });
  const said = `${run.stdout}${run.stderr}`;
  if (run.error !== undefined) throw run.error;
  if (run.status !== status || !output.test(run.stdout || run.stderr)) {
    throw new Error(`${words.join(" ")}: status ${run.status} instead of ${status}.\n${said}`);
  }
  process.stdout.write(`status ${status}: ${words.join(" ")}\n`);
}

function commandLine(): void {
  const own = ["--data-dir", join(dir, "command-line")];
  command(["--version"], 0, new RegExp(`^${VERSION.replaceAll(".", "\\.")}\\s*$`));
  command(["inspect", OLD_FORMAT, "--json", ...own], 0, /"columns"/);
  const sending = ["--profile", "Practice", "--skip-invalid", "--json"];
  command(["import", SAMPLE, ...sending, ...own], 0, /"accepted": 1/);
  command(["import", join(dir, "no such.csv"), ...sending, ...own], 3, /"file-missing"/);
  // Electron on Windows takes no word behind an address that stands by itself.
  const account = ["--user", "u", "--account", "a", "--key-env", "SMOKE_KEY", "--json"];
  process.env.SMOKE_KEY = "a key for this test only";
  command(
    ["profile", "add", "Shop", "--url=https://api.example/", ...account, ...own],
    0,
    /"Shop"/,
  );
}

/** Opens the window, starts a second time with a list, and closes the first as the system does. */
async function window(): Promise<void> {
  const shared = ["profile", "list", "--json", "--data-dir", dataDir];
  // One key store for both: each opens what the other has made, one after the other and beside it.
  command(shared, 0, /"Practice"/);
  const open = spawn(program, [...first, "--data-dir", dataDir], { stdio: "inherit" });
  try {
    await until("the window's start in the log", () => logged().includes('"started"'));
    command(["--data-dir", dataDir, SAMPLE], 0, /^/);
    await until("the list of the second start", () => drafts() === 1);
    command(shared, 0, /"Practice"/);
    end(open);
    await until("the end of the window", () => open.exitCode !== null || open.signalCode !== null);
    if (open.exitCode !== 0) throw new Error(`the window ended with ${open.exitCode}`);
    command(shared, 0, /"Practice"/);
    process.stdout.write("The window opened, took a second start's list, and ended in order.\n");
  } finally {
    open.kill("SIGKILL");
  }
}

/** Windows has no signals: its window is told to close. */
function end({ pid }: ChildProcess): void {
  if (process.platform === "win32") spawnSync("taskkill", ["/PID", String(pid)]);
  else process.kill(Number(pid), "SIGTERM");
}

function drafts(): unknown {
  const db = new Sqlite(join(dataDir, DATABASE_FILE), { readonly: true });
  try {
    return db.prepare("SELECT count(*) FROM drafts").pluck().get();
  } finally {
    db.close();
  }
}

function logged(): string {
  const logs = join(dataDir, "logs");
  if (!existsSync(logs)) return "";
  return readdirSync(logs)
    .map((name) => readFileSync(join(logs, name), "utf8"))
    .join("");
}

async function until(what: string, there: () => boolean): Promise<void> {
  const begin = Date.now();
  while (!there()) {
    if (Date.now() - begin > LIMIT_MS) throw new Error(`${what} was waited for in vain`);
    await wait(100);
  }
}

try {
  commandLine();
  await window();
} finally {
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
}
