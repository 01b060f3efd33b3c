import { randomBytes } from "node:crypto";
import { onTestFinished } from "vitest";
import type { Database } from "../../../main/common/sqlite/database.ts";
import {
  type Connections,
  createConnections,
} from "../../../main/features/connections/connections.ts";
import { createPracticeRunner } from "../../../main/features/connections/practice-runner.ts";
import { createQueue, type Queue } from "../../../main/features/queue/queue.ts";
import { planUndo } from "../../../main/features/rollback/plan/plan.ts";
import { prepareRestores } from "../../../main/features/rollback/prepare.ts";
import { queueRestores } from "../../../main/features/rollback/queue-restores.ts";
import { createNodeTransport } from "../../../main/pipeline/api/transport/node-transport.ts";
import { enqueueImport } from "../../../main/pipeline/delivery/enqueue/enqueue.ts";
import { createSender } from "../../../main/pipeline/delivery/sender/sender.ts";
import type { FaultPlan } from "../../../main/practice/faults/fault.ts";
import type { PracticeServer } from "../../../main/practice/server.ts";
import { serverOf } from "../../../main/records/connections/server.ts";
import { openDatabase } from "../../../main/records/database/open.ts";
import { createVault, type Vault } from "../../../main/records/vault/vault.ts";
import { DEFAULT_CONNECTION_SETTINGS } from "../../../preload/connection-settings.ts";
import type { UndoPlan } from "../../../preload/types.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { tempDir } from "../../helpers/temp-dir.ts";
import { type List, specOf } from "../../pipeline/delivery/lists.ts";

/** A data folder whose connections lead to servers of one account's ID: sandbox and production. */
export interface ServersWorkshop {
  readonly db: Database;
  readonly vault: Vault;
  readonly connections: Connections;
  readonly queue: Queue;
  readonly sandbox: PracticeServer;
  readonly production: PracticeServer;
  /** Adds a connection, or changes where one leads to; answers its id. */
  connect(name: string, server: { readonly url: string }, more?: Partial<Changed>): number;
  put(connectionId: number, list: ListToPut): number;
  send(): Promise<void>;
  import(connectionId: number, list: List): Promise<number>;
  plan(importId: number): UndoPlan;
  /** Puts earlier values back and sends. @throws AppError where there is no way to the server */
  undo(importId: number): Promise<readonly number[]>;
}

type ListToPut = List & { readonly undoesImportId?: number };

interface Changed {
  readonly id: number;
  readonly accountId: string;
}

const FAST = { connect: 2_000, reply: 2_000, stop: 2_000 };

/** @param faults of the sandbox */
export async function serversWorkshop(faults?: FaultPlan): Promise<ServersWorkshop> {
  const db = openDatabase(tempDir());
  const vault = createVault(randomBytes(32));
  const transport = createNodeTransport();
  const practice = createPracticeRunner(":memory:");
  const connections = createConnections(db, vault, { transport, practice });
  const queue = createQueue(db, vault);
  const sandbox = await practiceServer(faults === undefined ? {} : { faults });
  const production = await practiceServer();
  onTestFinished(async () => {
    await practice.close();
    db.close();
  });

  function put(connectionId: number, list: ListToPut): number {
    const connection = connections.list().find(({ id }) => id === connectionId);
    if (connection === undefined) throw new Error("no such connection");
    const spec = specOf(connectionId, list);
    const rows = list.rows.map((values, index) => ({ row: index + 2, values }));
    const { name, settings } = connection;
    const to = { id: connectionId, name, ...serverOf(connection), settings };
    const { undoesImportId } = list;
    const more = undoesImportId === undefined ? {} : { undoesImportId };
    return enqueueImport(db, vault, { ...spec, ...more, connection: to }, [rows]).importId;
  }

  async function send(): Promise<void> {
    const sender = createSender({
      ...{ db, vault, transport, resolve: connections.resolve, timeouts: FAST },
      onChange: () => undefined,
      random: () => 0,
    });
    sender.start();
    await sender.drain(2_000);
    await sender.stop();
  }

  return {
    ...{ db, vault, connections, queue, sandbox, production, put, send },
    connect(name, { url }, { id = null, accountId = sandbox.credentials.accountId } = {}) {
      const { userId, apiKey } = sandbox.credentials;
      const settings = DEFAULT_CONNECTION_SETTINGS;
      return connections.save({ id, name, url, userId, accountId, apiKey, settings }).id;
    },
    async import(connectionId, list) {
      const id = put(connectionId, list);
      await send();
      return id;
    },
    plan: (importId) => planUndo(db, vault, importId),
    async undo(importId) {
      const made = queueRestores(db, vault, prepareRestores(db, vault, importId));
      await send();
      return made;
    },
  };
}
