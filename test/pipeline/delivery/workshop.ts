import { randomBytes } from "node:crypto";
import { onTestFinished } from "vitest";
import type { Database } from "../../../main/common/sqlite/database.ts";
import { createQueue, type Queue } from "../../../main/features/queue/queue.ts";
import { createNodeTransport } from "../../../main/pipeline/api/transport/node-transport.ts";
import {
  createSender,
  type Sender,
  type SenderDeps,
} from "../../../main/pipeline/delivery/sender/sender.ts";
import { openDatabase } from "../../../main/records/database/open.ts";
import { createVault, type Vault } from "../../../main/records/vault/vault.ts";
import type { BatchState } from "../../../preload/types.ts";
import type { Reachable } from "../../helpers/practice.ts";
import { tempDir } from "../../helpers/temp-dir.ts";
import { addConnection, type List, putList, resolvedTo } from "./lists.ts";

export { customers, resolvedTo } from "./lists.ts";

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
