import { randomBytes } from "node:crypto";
import { onTestFinished } from "vitest";
import { createNodeTransport } from "../../main/api/node-transport.ts";
import type { ResolvedConnection } from "../../main/connections/resolved.ts";
import { DEFAULT_CONNECTION_SETTINGS } from "../../main/connections/settings.ts";
import { type Database, openDatabase } from "../../main/database/open.ts";
import { enqueueImport, type ImportSpec } from "../../main/delivery/enqueue.ts";
import { createQueue, type Queue } from "../../main/delivery/queue.ts";
import { createSender, type Sender, type SenderDeps } from "../../main/delivery/sender.ts";
import type { MappedRow } from "../../main/rows.ts";
import { createVault, type Vault } from "../../main/vault/vault.ts";
import type { FieldName } from "../../preload/fields.ts";
import type { BatchState, ConnectionSettings, ImportOptions } from "../../preload/types.ts";
import { POINTS, type Reachable } from "../helpers/practice.ts";
import { tempDir } from "../helpers/temp-dir.ts";

/** A data folder with one connection, for tests of the queue and the sender. */
export interface Workshop {
  readonly dataDir: string;
  readonly db: Database;
  readonly vault: Vault;
  readonly queue: Queue;
  readonly connectionId: number;
  /** Queues an import; answers its id. */
  put(list: List): number;
  /** A sender for the data folder; stopped when the test is over. */
  sender(server: Reachable, more?: Partial<SenderDeps>): Sender;
  states(): readonly BatchState[];
  /** Codes of the reasons, "" where there is none, in the order of the batches. */
  reasons(): readonly string[];
  importRow(id: number): Readonly<Record<string, unknown>>;
}

export interface List {
  readonly fields?: readonly FieldName[];
  readonly rows: readonly (readonly string[])[];
  readonly batchRows?: number;
  readonly options?: Partial<ImportOptions>;
  readonly output?: "json" | "xml" | "jsonp";
  readonly settings?: Partial<ConnectionSettings>;
}

const FAST = { connect: 2_000, reply: 2_000, stop: 2_000 };

export function workshop(key: Uint8Array = randomBytes(32), dataDir = tempDir()): Workshop {
  const db = openDatabase(dataDir);
  onTestFinished(() => {
    db.close();
  });
  const vault = createVault(key);
  const connectionId = addConnection(db);
  return {
    dataDir,
    db,
    vault,
    queue: createQueue(db, vault),
    connectionId,
    put: (list) => putList(db, vault, connectionId, list),
    sender(server, more = {}) {
      const transport = createNodeTransport();
      const sender = createSender({
        db,
        vault,
        transport,
        resolve: async () => resolvedTo(server),
        onChange: () => undefined,
        onTrouble: (code, detail) => console.error("trouble", code, detail),
        timeouts: FAST,
        ...more,
      });
      onTestFinished(async () => {
        await sender.stop();
        transport.close();
      });
      return sender;
    },
    states: () => db.prepare("SELECT state FROM batches ORDER BY id").pluck().all() as BatchState[],
    reasons: () =>
      db
        .prepare("SELECT ifnull(reason_code, '') FROM batches ORDER BY id")
        .pluck()
        .all() as string[],
    importRow: (id) =>
      db.prepare("SELECT * FROM imports WHERE id = ?").get(id) as Record<string, unknown>,
  };
}

export function addConnection(db: Database, name = "Store"): number {
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO connections
         (name, kind, url, user_id, account_id, settings, created_at, updated_at)
       VALUES (?, 'api', 'https://api.example.com/', 'u', 'a', ?, 0, 0)`,
    )
    .run(name, JSON.stringify(DEFAULT_CONNECTION_SETTINGS));
  return Number(lastInsertRowid);
}

export function resolvedTo(
  { url, credentials }: Reachable,
  settings: Partial<ConnectionSettings> = {},
): ResolvedConnection {
  return { url, ...credentials, settings: { ...DEFAULT_CONNECTION_SETTINGS, ...settings } };
}

export function putList(db: Database, vault: Vault, connectionId: number, list: List): number {
  const spec = specOf(connectionId, list);
  const rows = list.rows.map((values, index): MappedRow => ({ row: index + 2, values }));
  return enqueueImport(db, vault, spec, [rows]).importId;
}

export function specOf(connectionId: number, list: List): ImportSpec {
  const { fields = ["code", "first_name"], rows } = list;
  const count = rows.length;
  return {
    fileName: "list.xlsx",
    sheet: "Sheet1",
    headerRow: 1,
    columns: fields.map((header, index) => ({ index, header })),
    mapping: fields.map((field, index) => ({ field, columns: [index], transforms: [] })),
    options: {
      connectionId,
      campaigns: [POINTS],
      duplicates: "update",
      generateCardNumbers: null,
      keepUndoState: true,
      repeatedRows: "keep-all",
      ...list.options,
    },
    output: list.output ?? "json",
    checked: { total: count, valid: count, invalid: 0, warnings: 0, excluded: 0, toSend: count },
    connection: {
      id: connectionId,
      name: "Store",
      accountId: "practicestore",
      settings: { ...DEFAULT_CONNECTION_SETTINGS, ...list.settings },
    },
    ...(list.batchRows === undefined ? {} : { batchRows: list.batchRows }),
  };
}

/** `count` rows of a code and a name, codes from `from`. */
export function customers(count: number, from = 1): readonly (readonly string[])[] {
  return Array.from({ length: count }, (_, index) => [`C${from + index}`, `Name ${from + index}`]);
}
