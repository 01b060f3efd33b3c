import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Database } from "../../../main/common/sqlite/database.ts";
import {
  type Connections,
  createConnections,
} from "../../../main/features/connections/connections.ts";
import { createPracticeRunner } from "../../../main/features/connections/practice-runner.ts";
import { createHistory, type History } from "../../../main/features/history/history.ts";
import { createNodeTransport } from "../../../main/pipeline/api/transport/node-transport.ts";
import { enqueueStaged } from "../../../main/pipeline/delivery/enqueue/enqueue-staged.ts";
import { createSender } from "../../../main/pipeline/delivery/sender/sender.ts";
import { readFirst } from "../../../main/pipeline/sources/read-first.ts";
import { stageList } from "../../../main/pipeline/staging/stage.ts";
import type { PracticeServer } from "../../../main/practice/server.ts";
import { openDatabase } from "../../../main/records/database/open.ts";
import { createVault, type Vault } from "../../../main/records/vault/vault.ts";
import { DEFAULT_CONNECTION_SETTINGS } from "../../../preload/connection-settings.ts";
import type { FieldName } from "../../../preload/fields.ts";
import { isFieldName } from "../../../preload/fields.ts";
import type { ImportOptions } from "../../../preload/types.ts";
import { POINTS } from "../../helpers/practice.ts";
import { tempDir } from "../../helpers/temp-dir.ts";

/** A data folder with one connection and its history. */
export interface Workshop {
  readonly dir: string;
  readonly db: Database;
  readonly vault: Vault;
  readonly connections: Connections;
  readonly connectionId: number;
  readonly history: History;
  /** Queues a CSV list whose headers are field names; answers the import's id. */
  put(list: string, more?: PutOptions): Promise<number>;
  /** Sends what is queued to the server that the connection leads to. */
  send(): Promise<void>;
}

export interface PutOptions {
  readonly fileName?: string;
  readonly batchRows?: number;
  readonly options?: Partial<ImportOptions>;
}

export function workshop(server?: PracticeServer): Workshop {
  const dir = tempDir();
  const db = openDatabase(join(dir, "data"));
  const vault = createVault(randomBytes(32));
  const transport = createNodeTransport();
  const practice = createPracticeRunner(":memory:");
  onTestFinished(async () => {
    await practice.close();
    db.close();
  });
  const connections = createConnections(db, vault, { transport, practice });
  const { id: connectionId } = connections.save({
    id: null,
    name: "Store",
    url: server?.url ?? "https://api.example.com/",
    userId: server?.credentials.userId ?? "u",
    accountId: server?.credentials.accountId ?? "a",
    apiKey: server?.credentials.apiKey ?? "k",
    settings: DEFAULT_CONNECTION_SETTINGS,
  });

  async function put(list: string, more: PutOptions = {}): Promise<number> {
    const { fileName = "list.csv", batchRows = 500 } = more;
    const path = join(dir, "list.csv");
    writeFileSync(path, list);
    const reading = await readFirst(path);
    const mapping = reading.columns.map(({ index, header }) => ({
      field: fieldOf(header),
      columns: [index],
      transforms: [],
    }));
    const options: ImportOptions = {
      connectionId,
      campaigns: [POINTS],
      duplicates: "update",
      generateCardNumbers: null,
      keepUndoState: true,
      repeatedRows: "keep-all",
      ...more.options,
    };
    const { sheet, headerRow, columns } = reading;
    const { stagingId } = await stageList(db, vault, {
      draftId: null,
      path,
      choice: { sheet, headerRow },
      columns,
      mapping,
      options,
      batchRows,
      batchBytes: 1024 * 1024,
    });
    const { importId } = enqueueStaged(db, vault, stagingId, {
      fileName,
      sheet,
      headerRow,
      columns,
      mapping,
      options,
      output: "json",
      connection: {
        id: connectionId,
        name: "Store",
        address: server?.url ?? "https://api.example.com/",
        accountId: "practicestore",
        settings: DEFAULT_CONNECTION_SETTINGS,
      },
      batchRows,
    });
    return importId;
  }

  async function send(): Promise<void> {
    const sender = createSender({
      db,
      vault,
      transport,
      resolve: connections.resolve,
      onChange: () => undefined,
    });
    sender.start();
    await sender.drain(10_000);
    await sender.stop();
  }

  const history = createHistory(db, vault);
  return { dir, db, vault, connections, connectionId, history, put, send };
}

function fieldOf(header: string): FieldName {
  if (!isFieldName(header)) throw new Error(`no field: ${header}`);
  return header;
}
