import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import { VERSION } from "../../../main/common/version.ts";
import { ROOT } from "../../../main/entries/start/root.ts";
import { DATABASE_FILE } from "../../../main/records/database/open.ts";

const LIMIT_MS = 120_000;
const KEY = "SMOKE_KEY";
const SAMPLE = "customers-sample.xlsx";
const OLD_FORMAT = "traits.xls";
const LISTS = [
  join(ROOT, "main/practice/sample", SAMPLE),
  join(ROOT, "test/fixtures/sources", OLD_FORMAT),
];

/** A packed program, and how it is started. */
export interface Packed {
  readonly command: string;
  readonly first: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** A folder that it may write to, for everything; it is emptied by nobody here. */
  readonly dir: string;
  /** Hears what was done. */
  readonly tell: (line: string) => void;
}

/**
 * Starts the program as its users do, by the command line and with its window.
 * @throws Error where anything is not as it should be, with what the program said
 */
export async function smoke(packed: Packed): Promise<void> {
  for (const list of LISTS) copyFileSync(list, join(packed.dir, basename(list)));
  commandLine(packed);
  await window(packed);
}

/** Runs a command; its status and output have to be what they should be. */
function command(
  { command: program, first, env, tell }: Packed,
  words: readonly string[],
  status: number,
  output: RegExp,
): void {
  const run = spawnSync(program, [...first, ...words], {
    encoding: "utf8",
    timeout: LIMIT_MS,
    env: { ...env, [KEY]: "a key for this test only" },
  });
  const said = `${run.stdout}${run.stderr}`;
  if (run.error !== undefined) throw run.error;
  if (run.status !== status || !output.test(run.stdout || run.stderr)) {
    throw new Error(`${words.join(" ")}: status ${run.status} instead of ${status}.\n${said}`);
  }
  tell(`status ${status}: ${words.join(" ")}`);
}

function commandLine(packed: Packed): void {
  const { dir } = packed;
  const [sample, old] = [join(dir, SAMPLE), join(dir, OLD_FORMAT)];
  const own = ["--data-dir", join(dir, "command-line")];
  command(packed, ["--version"], 0, new RegExp(`^${VERSION.replaceAll(".", "\\.")}\\s*$`));
  command(packed, ["inspect", old, "--json", ...own], 0, /"columns"/);
  const sending = ["--profile", "Practice", "--skip-invalid", "--json"];
  command(packed, ["import", sample, ...sending, ...own], 0, /"accepted": 1/);
  command(packed, ["import", join(dir, "no such.csv"), ...sending, ...own], 3, /"file-missing"/);
  // Electron on Windows takes no word behind an address that stands by itself.
  const account = ["--user", "u", "--account", "a", "--key-env", KEY, "--json"];
  command(
    packed,
    ["profile", "add", "Shop", "--url=https://api.example/", ...account, ...own],
    0,
    /"Shop"/,
  );
}

/** Opens the window, starts a second time with a list, and closes the first as the system does. */
async function window(packed: Packed): Promise<void> {
  const { command: program, first, env, dir, tell } = packed;
  const dataDir = join(dir, "data");
  const shared = ["profile", "list", "--json", "--data-dir", dataDir];
  // One key store for both: each opens what the other has made, one after the other and beside it.
  command(packed, shared, 0, /"Practice"/);
  const open = spawn(program, [...first, "--data-dir", dataDir], { stdio: "inherit", env });
  try {
    await until("the window's start in the log", () => logged(dataDir).includes('"started"'));
    command(packed, ["--data-dir", dataDir, join(dir, SAMPLE)], 0, /^/);
    await until("the list of the second start", () => drafts(dataDir) === 1);
    command(packed, shared, 0, /"Practice"/);
    end(open);
    await until("the end of the window", () => open.exitCode !== null || open.signalCode !== null);
    if (open.exitCode !== 0) throw new Error(`the window ended with ${open.exitCode}`);
    command(packed, shared, 0, /"Practice"/);
    tell("The window opened, took a second start's list, and ended in order.");
  } finally {
    open.kill("SIGKILL");
  }
}

/** Windows has no signals: its window is told to close. */
function end({ pid }: ChildProcess): void {
  if (process.platform === "win32") spawnSync("taskkill", ["/PID", String(pid)]);
  else process.kill(Number(pid), "SIGTERM");
}

function drafts(dataDir: string): unknown {
  const db = new Sqlite(join(dataDir, DATABASE_FILE), { readonly: true });
  try {
    return db.prepare("SELECT count(*) FROM drafts").pluck().get();
  } finally {
    db.close();
  }
}

function logged(dataDir: string): string {
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
