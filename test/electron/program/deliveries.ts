import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import Sqlite from "better-sqlite3";
import type { Page } from "playwright-core";
import { vi } from "vitest";
import { EXIT } from "../../../main/cli/outcome/exit.ts";
import { ROOT } from "../../../main/entries/start/root.ts";
import { DATABASE_FILE } from "../../../main/records/database/open.ts";
import type { Bridge } from "../../../preload/bridge.ts";
import { DEFAULT_CONNECTION_SETTINGS } from "../../../preload/connection-settings.ts";
import type { CallInput, CallName, CallResult } from "../../../preload/contract.ts";
import type { BatchState } from "../../../preload/types.ts";
import { POINTS, type Reachable } from "../../helpers/practice.ts";
import { startPlainly } from "./plain-start.ts";
import { type Program, programDir } from "./program.ts";

export interface Sent {
  readonly state: BatchState;
  readonly attempts: number;
}

/** Sends a list, a batch for every so many rows, through some program until nothing goes on. */
export type Deliver = (
  server: Reachable,
  csv: string,
  batchRows: number,
) => Promise<readonly Sent[]>;

/** More often than any list of the tests needs. */
const ROUNDS = 60;
const CAMPAIGN = ["--campaign", POINTS];
const IDLE: readonly BatchState[] = ["accepted", "rejected", "uncertain"];

/** By the window of the real program: through its page, as the window itself calls. */
export function byWindow(program: Program): Deliver {
  const { page, dataDir } = program;
  return async (server, csv, batchRows) => {
    const { importId, connectionId } = await sendByWindow(program, server, csv, batchRows);
    for (let round = 0; round < ROUNDS && isOpen(sentOf(dataDir, importId)); round += 1) {
      await vi.waitUntil(() => !isSending(sentOf(dataDir, importId)), {
        timeout: 20_000,
        interval: 20,
      });
      await call(page, "queue.resume", { importId });
      await call(page, "queue.resume", { connectionId });
      await call(page, "queue.sendNow", {});
      await new Promise((done) => setTimeout(done, 100));
    }
    return sentOf(dataDir, importId);
  };
}

/** The same, and waits for nothing. */
export async function sendByWindow(
  { page }: Program,
  server: Reachable,
  csv: string,
  batchRows: number,
): Promise<{ readonly importId: number; readonly connectionId: number }> {
  const connectionId = await connect(page, server, batchRows);
  const fileId = await handOver(page, csv);
  const { id: draftId, options } = await call(page, "drafts.create", { fileId });
  await call(page, "drafts.setOptions", {
    draftId,
    options: { ...options, connectionId, campaigns: [POINTS] },
  });
  await call(page, "drafts.check", { draftId });
  await vi.waitUntil(
    async () => (await call(page, "drafts.get", { draftId })).check.kind === "done",
    { timeout: 30_000, interval: 100 },
  );
  const { importId } = await call(page, "drafts.send", { draftId, confirmOverwrite: true });
  return { importId, connectionId };
}

/** @returns the new connection's id */
export async function connect(page: Page, server: Reachable, batchRows = 500): Promise<number> {
  const { id } = await call(page, "connections.save", {
    ...server.credentials,
    ...{ id: null, name: server.url, url: server.url },
    settings: { ...DEFAULT_CONNECTION_SETTINGS, batchRows },
    acceptWeakKeyStore: true,
  });
  return id;
}

/** By a command line: words and environment in, exit status and what it complained of out. */
type Run = (
  words: readonly string[],
  env: Readonly<Record<string, string>>,
) => Promise<{ readonly status: unknown; readonly complaint: string }>;

/** By the command line of the real program. */
export const byElectronWords: Run = async (words, env) => {
  const start = startPlainly(words, env);
  return { status: await start.ended(), complaint: start.stderr() };
};

/** By the built command line, in plain Node. */
export const byNodeWords: Run = async (words, env) => {
  const child = spawn(process.execPath, [join(ROOT, "out", "main", "cli.js"), ...words], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const exited = once(child, "exit");
  const complaint = await text(child.stderr);
  return { status: (await exited)[0], complaint };
};

/** What a command that could do its work ends with, whatever servers made of it. */
const WORKED: readonly unknown[] = [EXIT.done, EXIT.queued, EXIT.rejected, EXIT.uncertain];

export function byCommandLine(run: Run, env: Readonly<Record<string, string>> = {}): Deliver {
  return async (server, csv, batchRows) => {
    const dir = programDir();
    const dataDir = join(dir, "data");
    const list = join(dir, "list.csv");
    writeFileSync(list, csv);
    chmodSync(list, 0o644);
    const { userId, accountId, apiKey } = server.credentials;
    async function say(...words: readonly string[]): Promise<void> {
      const all = [...words, "--data-dir", dataDir];
      const { status, complaint } = await run(all, { ...env, API_KEY: apiKey });
      if (!WORKED.includes(status))
        throw new Error(`${words[0]} ended with ${status}: ${complaint}`);
    }
    const who = ["--user", userId, "--account", accountId, "--key-env", "API_KEY"];
    await say("profile", "add", "Shop", `--url=${server.url}`, ...who);
    await say("import", list, "--profile", "Shop", "--batch-rows", `${batchRows}`, ...CAMPAIGN);
    // A rejected batch holds the rest of its list back until a person has looked at it.
    let sent = sentOf(dataDir, 1);
    for (let before = ""; isOpen(sent) && before !== JSON.stringify(sent); ) {
      before = JSON.stringify(sent);
      await say("queue", "resume");
      await say("queue", "send");
      sent = sentOf(dataDir, 1);
    }
    return sent;
  };
}

function isOpen(batches: readonly Sent[]): boolean {
  return batches.length === 0 || batches.some(({ state }) => !IDLE.includes(state));
}

function isSending(batches: readonly Sent[]): boolean {
  return batches.some(({ state }) => state === "sending");
}

/** The batches of an import, in their order, as they stand in the data folder. */
export function sentOf(dataDir: string, importId: number): readonly Sent[] {
  const db = new Sqlite(join(dataDir, DATABASE_FILE), { readonly: true });
  try {
    const batches = db.prepare(
      "SELECT state, attempts FROM batches WHERE import_id = ? ORDER BY id",
    );
    return batches.all(importId) as Sent[];
  } finally {
    db.close();
  }
}

/** Calls the main process as the page does. */
export async function call<N extends CallName>(
  page: Page,
  name: N,
  input: CallInput<N>,
): Promise<CallResult<N>> {
  const answer = await page.evaluate(
    async ([callName, callInput]) => {
      const { loyalty } = globalThis as unknown as { readonly loyalty: Bridge };
      return await loyalty.call(callName as CallName, callInput as CallInput<CallName>);
    },
    [name, input] as const,
  );
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.detail ?? ""}`);
  return answer.value as CallResult<N>;
}

async function handOver(page: Page, csv: string): Promise<string> {
  const answer = await page.evaluate(async (content) => {
    const { loyalty } = globalThis as unknown as { readonly loyalty: Bridge };
    return await loyalty.acceptFile(new File([content], "list.csv"));
  }, csv);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.fileId;
}
