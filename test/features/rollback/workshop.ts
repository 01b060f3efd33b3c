import { randomBytes } from "node:crypto";
import { onTestFinished } from "vitest";
import type { Database } from "../../../main/common/sqlite/database.ts";
import { createQueue, type Queue } from "../../../main/features/queue/queue.ts";
import { cancelUnsent } from "../../../main/features/rollback/cancel-unsent.ts";
import { planUndo } from "../../../main/features/rollback/plan/plan.ts";
import { prepareRestores } from "../../../main/features/rollback/prepare.ts";
import { queueRestores } from "../../../main/features/rollback/queue-restores.ts";
import { createNodeTransport } from "../../../main/pipeline/api/transport/node-transport.ts";
import { createSender } from "../../../main/pipeline/delivery/sender/sender.ts";
import type { PracticeServer } from "../../../main/practice/server.ts";
import { openDatabase } from "../../../main/records/database/open.ts";
import { createUndoLog } from "../../../main/records/undo-log/log.ts";
import { createVault, type Vault } from "../../../main/records/vault/vault.ts";
import type { FieldName } from "../../../preload/fields.ts";
import type { UndoPlan } from "../../../preload/types.ts";
import { tempDir } from "../../helpers/temp-dir.ts";
import { addConnection, type List, putList, resolvedTo } from "../../pipeline/delivery/lists.ts";

/** A data folder connected to a practice server, with what undoing an import takes. */
export interface UndoWorkshop {
  readonly dataDir: string;
  readonly vault: Vault;
  readonly connectionId: number;
  db(): Database;
  queue(): Queue;
  put(list: List): number;
  send(): Promise<void>;
  /** Queues and sends. */
  import(list: List): Promise<number>;
  plan(importId: number): UndoPlan;
  /** Cancels, puts earlier values back, sends; answers the imports that did it. */
  undo(importId: number): Promise<readonly number[]>;
  /** Closes the data folder as a crash would and opens it again. */
  crash(): void;
}

const FAST = { connect: 2_000, reply: 2_000, stop: 2_000 };

export function undoWorkshop(server: PracticeServer): UndoWorkshop {
  const dataDir = tempDir();
  const vault = createVault(randomBytes(32));
  const transport = createNodeTransport();
  let db = openDatabase(dataDir);
  let queue = createQueue(db, vault);
  const connectionId = addConnection(db);
  db.prepare("UPDATE connections SET account_id = ?").run(server.credentials.accountId);
  onTestFinished(() => {
    db.close();
  });

  async function send(): Promise<void> {
    const sender = createSender({
      db,
      vault,
      transport,
      resolve: async () => resolvedTo(server),
      onChange: () => undefined,
      random: () => 0,
      timeouts: FAST,
    });
    sender.start();
    await sender.drain(20_000);
    await sender.stop();
    const { queued, waiting, sending } = queue.summary().counts;
    if (queued + waiting + sending > 0) throw new Error("not all was sent");
  }

  const put = (list: List) => putList(db, vault, connectionId, list);

  return {
    dataDir,
    vault,
    connectionId,
    db: () => db,
    queue: () => queue,
    put,
    send,
    async import(list) {
      const id = put(list);
      await send();
      return id;
    },
    plan: (importId) => planUndo(db, vault, importId),
    async undo(importId) {
      cancelUnsent(db, queue, importId, createUndoLog(db, vault));
      const made = queueRestores(db, vault, prepareRestores(db, vault, importId));
      await send();
      return made;
    },
    crash() {
      db.close();
      db = openDatabase(dataDir);
      queue = createQueue(db, vault);
    },
  };
}

/** The platform's customers by code: their fields without the code. */
export function byCode(
  server: PracticeServer,
): ReadonlyMap<string, Readonly<Partial<Record<FieldName, string>>>> {
  return new Map(
    server.customers().map(({ fields: { code = "", ...rest } }) => [code, rest] as const),
  );
}
