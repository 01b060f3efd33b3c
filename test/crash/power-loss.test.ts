import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../main/common/sqlite/database.ts";
import { createKeyFileSecrets, KEY_FILE } from "../../main/hosts/node/key-file.ts";
import { sweepPreparing } from "../../main/pipeline/delivery/enqueue/sweep-preparing.ts";
import { sweepStagings } from "../../main/pipeline/staging/sweep.ts";
import { DATABASE_FILE, openDatabase } from "../../main/records/database/open.ts";
import { batchIdsOf } from "../../main/records/imports/batches/batch-ids.ts";
import { openPayload } from "../../main/records/imports/batches/payload.ts";
import { createRequestRows } from "../../main/records/imports/batches/request/request-rows.ts";
import { listImports } from "../../main/records/imports/history/list-imports.ts";
import { openVault, type Vault } from "../../main/records/vault/vault.ts";
import { runHere, STORE } from "../cli/cli.ts";
import { suiteDir } from "../helpers/temp-dir.ts";
import { buildPreloaded, runCommand } from "./kill-point.ts";

/**
 * A loss of power takes the end of the write-ahead log: what was not yet written to the disk for
 * good. The whole log of an import is cut at every place at which a loss can end it.
 */
const LOG_HEADER = 32;
const FRAME_HEADER = 24;
const PAGE_SIZE_AT = 8;
const TORN_BYTES = 1_000;
/** More than one commit while they are checked. */
const ROWS = 12_000;
const EARLIER_ROWS = 3;

const codes = (prefix: string, rows: number) =>
  Array.from({ length: rows }, (_, at) => `${prefix}${at}`);
const listOf = (all: readonly string[]) => ["code", ...all].join("\n");
const EARLIER = codes("A", EARLIER_ROWS);
const LATER = codes("B", ROWS);
/** A row without a code is in error; the last row stands for one of an earlier commit. */
const LIST = [...LATER, '""', "B7"];
const SENT = [...LATER.filter((code) => code !== "B7"), "B7"];

const root = suiteDir();
const preloaded = buildPreloaded(root, "synced-sizes");

/** All that a folder holds of its imports, as a person sees it once what a loss has left is swept. */
interface Found {
  /** The codes of each import in the history, in the order in which they would be sent. */
  readonly imports: readonly (readonly string[])[];
  readonly isChecked: boolean;
}

describe.skipIf(preloaded === null)("a loss of power while a list is checked and queued", () => {
  const dataDir = join(root, "data");
  const list = join(root, "later.csv");
  const words = ["import", list, ...STORE, "--skip-invalid", "--repeats", "last", "--queue-only"];
  let log: Buffer;
  let synced: ReadonlySet<number>;
  /** What is found behind each frame of the log, from none to all. */
  const found: (Found & { readonly at: number })[] = [];

  beforeAll(async () => {
    const where = ["--url", "https://api.example", "--user", "u", "--account", "a"];
    await must(["profile", "add", "Store", ...where], {}, "k\n");
    const earlier = join(root, "earlier.csv");
    writeFileSync(earlier, listOf(EARLIER));
    writeFileSync(list, listOf(LIST));
    await must(["import", earlier, ...STORE, "--queue-only"]);
    // Who reads what was there before keeps the log whole: nothing of it goes into the database.
    const reader = new Sqlite(join(dataDir, DATABASE_FILE));
    reader.exec("BEGIN");
    reader.prepare("SELECT count(*) FROM imports").get();
    const sizes = join(root, "sizes");
    await must(words, { LD_PRELOAD: preloaded ?? "", SYNCED_SIZES: sizes });
    log = readFileSync(join(dataDir, `${DATABASE_FILE}-wal`));
    synced = new Set(readFileSync(sizes, "utf8").trim().split("\n").map(Number));
    copyFileSync(join(dataDir, DATABASE_FILE), join(root, "before.sqlite"));
    reader.close();
    const frame = FRAME_HEADER + log.readUInt32BE(PAGE_SIZE_AT);
    for (let at = LOG_HEADER; at <= log.length; at += frame) {
      // Of every other one a piece of the next frame is left as well.
      const torn = found.length % 2 === 0 ? 0 : FRAME_HEADER + TORN_BYTES;
      found.push({ at, ...(await afterLoss(at + torn, lookAt)) });
    }
  }, 180_000);

  async function must(
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
    input = "",
  ): Promise<void> {
    const { status, err } = await runCommand(dataDir, args, env, input);
    if (status !== 0) throw new Error(`${args.join(" ")}: ${status} ${err}`);
  }

  /** In a data folder as the next start finds it, with as many bytes of the log. */
  async function afterLoss<T>(left: number, work: (dir: string) => Promise<T>): Promise<T> {
    const dir = mkdtempSync(join(root, "cut-"));
    copyFileSync(join(root, "before.sqlite"), join(dir, DATABASE_FILE));
    copyFileSync(join(dataDir, KEY_FILE), join(dir, KEY_FILE));
    writeFileSync(join(dir, `${DATABASE_FILE}-wal`), log.subarray(0, left));
    try {
      return await work(dir);
    } finally {
      rmSync(dir, { recursive: true });
    }
  }

  it("leaves what was queued before, and the list whole or not at all", () => {
    for (const { imports } of found) {
      expect(imports[0]).toEqual(EARLIER);
      if (imports.length > 1) expect(imports.slice(1)).toEqual([SENT]);
    }
    expect(found[0]?.imports).toHaveLength(1);
    expect(found.at(-1)?.imports).toHaveLength(2);
  });

  it("takes back nothing once there is more of the log", () => {
    const first = found.findIndex(({ imports }) => imports.length === 2);
    expect(found.slice(first).every(({ imports }) => imports.length === 2)).toBe(true);
  });

  it("comes after what counts: the commits that check and queue wait for the disk", () => {
    const queued = found.find(({ imports }) => imports.length === 2);
    const checked = found.find(({ isChecked }) => isChecked);
    expect(synced).toContain(queued?.at);
    expect(synced).toContain(checked?.at);
    expect(checked?.at).toBeLessThan(queued?.at ?? 0);
  });

  it("lets the list be queued again", async () => {
    const before = found.filter(({ imports }) => imports.length === 1);
    for (const { at } of [before[Math.floor(before.length / 2)], before.at(-1)].filter(isThere)) {
      const imports = await afterLoss(at, async (dir) => {
        const { status, err } = await runHere([...words, "--data-dir", dir]);
        expect(err).not.toContain("error");
        expect(status).toBe(0);
        return (await lookAt(dir)).imports;
      });
      expect(imports).toEqual([EARLIER, SENT]);
    }
  }, 60_000);
});

/** Opens it as a start does, and looks at everything in it. */
async function lookAt(dir: string): Promise<Found> {
  const db = openDatabase(dir);
  try {
    const isChecked =
      db.prepare("SELECT 1 FROM stagings WHERE state <> 'running'").get() !== undefined;
    await sweepStagings(db);
    await sweepPreparing(db);
    expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(db.pragma("foreign_key_check")).toEqual([]);
    expect(leftBehind(db)).toEqual([]);
    const vault = await openVault(db, createKeyFileSecrets(dir));
    return { isChecked, imports: queuedCodes(db, vault) };
  } finally {
    db.close();
  }
}

/** What belongs to no import that a person can see. */
function leftBehind(db: Database): readonly string[] {
  const counts = db
    .prepare(
      `SELECT 'checked' AS what, count(*) AS found FROM stagings UNION ALL
       SELECT 'chunks', count(*) FROM staged_chunks UNION ALL
       SELECT 'problems', count(*) FROM staged_problems UNION ALL
       SELECT 'preparing', count(*) FROM imports WHERE phase <> 'queued' UNION ALL
       SELECT 'rows', count(*) FROM row_blocks
         WHERE id NOT IN (SELECT block_id FROM batch_blocks)`,
    )
    .all() as { readonly what: string; readonly found: number }[];
  return counts.filter(({ found }) => found > 0).map(({ what, found }) => `${found} ${what}`);
}

function queuedCodes(db: Database, vault: Vault): readonly (readonly string[])[] {
  const { items } = listImports(db, { offset: 0, limit: 100 });
  const requests = createRequestRows(db);
  return items.toReversed().map(({ id, counts }) => {
    const codes = batchIdsOf(db, id).flatMap((batch) => {
      const { sealedRows, rowCount } = requests.read(batch) ?? {};
      const { rows } = openPayload(vault, sealedRows ?? new Uint8Array());
      expect(rows).toHaveLength(rowCount ?? -1);
      return rows.map(({ values: [code = ""] }) => code);
    });
    expect(codes).toHaveLength(counts.rows);
    return codes;
  });
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}
