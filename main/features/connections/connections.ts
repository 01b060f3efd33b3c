import type { Campaign, Connection, CustomFieldLabel } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import type { Transport } from "../../common/host/transport.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { PRACTICE_CAMPAIGNS } from "../../practice/account.ts";
import { bindApiKeys, openApiKey } from "../../records/connections/api-key.ts";
import { keepCampaignKinds } from "../../records/connections/campaign-kinds.ts";
import { campaignNames, keepCampaignNames } from "../../records/connections/campaign-names.ts";
import {
  type CustomFieldsChange,
  hasNames,
  knownCustomFields,
} from "../../records/connections/custom-fields.ts";
import { dropLoggedKeys, registerLoggedKeys } from "../../records/connections/logged-key.ts";
import { pointAt, proposedConnection } from "../../records/connections/proposed.ts";
import {
  type ConnectionRecord,
  findConnection,
  readConnection,
  readConnections,
  toConnection,
} from "../../records/connections/records.ts";
import { holdRefused, liftRefused } from "../../records/connections/refused-key.ts";
import type { ConnectionResolver, ResolvedConnection } from "../../records/connections/resolved.ts";
import { serverOf } from "../../records/connections/server.ts";
import { parseSettings } from "../../records/connections/settings.ts";
import { type ConnectionLinks, relink } from "../../records/imports/connection-links.ts";
import type { UndoLog } from "../../records/undo-log/log.ts";
import type { Vault } from "../../records/vault/vault.ts";
import { createCustomFieldNames } from "./custom-field-names.ts";
import { ensurePracticeConnection } from "./practice-connection.ts";
import type { PracticeRunner } from "./practice-runner.ts";
import { removeConnection } from "./remove.ts";
import { type ConnectionInput, saveConnection } from "./save.ts";

export interface ConnectionsDeps {
  readonly transport: Transport;
  readonly practice: PracticeRunner;
  readonly undoLog?: UndoLog;
  /** Called after a connection was added, changed or removed. */
  readonly onChange?: () => void;
  /** Called after the API named a connection's custom fields otherwise than before. */
  readonly onCustomFields?: (change: CustomFieldsChange) => void;
}

/** Connections of a data folder. Keys go in and to the API; they never come out of here. */
export interface Connections {
  list(): readonly Connection[];
  /** @throws AppError not-found */
  get(id: number): Connection;
  /** The one that a new list is proposed for, by id; null where there is none. */
  proposed(): number | null;
  /** @throws AppError connection-url-* | connection-name-taken | connection-key-missing | not-found */
  save(input: ConnectionInput): Connection;
  /** @throws AppError not-found | connection-in-use */
  remove(id: number): void;
  /**
   * Asks the API for the account's name (`account_info`); where it answers, for more names. A login
   * that is refused holds the connection, one that is taken lifts such a hold.
   */
  test(id: number): Promise<{ readonly accountName: string }>;
  campaigns(id: number): Promise<readonly Campaign[]>;
  /** Names by id, as far as they are known without asking. */
  campaignNames(id: number): Readonly<Record<string, string>>;
  /**
   * Custom fields with labels: those that the API names, and those named by hand, which win. Only
   * where none were kept yet the answer waits for the API; otherwise it is asked for the next time.
   */
  customFields(id: number): Promise<readonly CustomFieldLabel[]>;
  /** Asks the API for the names of custom fields and keeps them; told by `onCustomFields`. */
  refreshCustomFields(id: number): Promise<void>;
  readonly resolve: ConnectionResolver;
  byName(name: string): Connection | undefined;
  /** Ends what is being asked; to be awaited before the database is closed. */
  close(): Promise<void>;
}

export function createConnections(db: Database, vault: Vault, deps: ConnectionsDeps): Connections {
  ensurePracticeConnection(db);
  bindApiKeys(db, vault);
  dropLoggedKeys(db);
  const { transport, practice, onChange, undoLog } = deps;
  if (undoLog !== undefined) registerLoggedKeys(db, undoLog);
  undoLog?.register("connection-links", {
    inTransaction: true,
    apply(payload, direction) {
      if (direction === "undo") relink(db, payload as ConnectionLinks);
    },
  });

  function shown(record: ConnectionRecord): Connection {
    const connection = toConnection(record);
    const { url } = practice.status();
    return record.kind === "practice" && url !== null ? { ...connection, url } : connection;
  }

  async function resolve(connectionId: number): Promise<ResolvedConnection> {
    const record = readConnection(db, connectionId);
    const settings = parseSettings(record.settings);
    if (record.kind === "practice") {
      const server = await practice.start();
      return {
        url: server.url,
        server: serverOf(toConnection(record)),
        ...server.credentials,
        settings,
      };
    }
    if (record.sealed_key === null) {
      throw new AppError("connection-without-key", { params: { name: record.name } });
    }
    const server = serverOf(toConnection(record));
    const apiKey = openApiKey(vault, record.sealed_key, server, record.name);
    const { url, user_id: userId, account_id: accountId } = record;
    return { url, server, userId, apiKey, accountId, settings };
  }

  const names = createCustomFieldNames(db, {
    transport,
    resolve,
    ...(deps.onCustomFields === undefined ? {} : { onChange: deps.onCustomFields }),
  });

  return {
    list: () => readConnections(db).map(shown),
    get: (id) => shown(readConnection(db, id)),
    proposed: () => proposedConnection(db),
    save(input) {
      dropLoggedKeys(db);
      const id = saveConnection(db, vault, input, undoLog);
      onChange?.();
      return shown(readConnection(db, id));
    },
    remove(id) {
      removeConnection(db, id, undoLog);
      onChange?.();
    },
    async test(id) {
      const { testAccount } = await loadClient();
      const account = await testAccount(transport, await resolve(id)).catch((error: unknown) => {
        if (!isKeyRefused(error)) throw error;
        holdRefused(db, id);
        onChange?.();
        throw error;
      });
      liftRefused(db, id);
      pointAt(db, id);
      onChange?.();
      void names.refresh(id);
      return account;
    },
    campaignNames(id) {
      const isPractice = readConnection(db, id).kind === "practice";
      const own = isPractice ? PRACTICE_CAMPAIGNS.map((one) => [one.id, one.name]) : [];
      return Object.fromEntries([...own, ...campaignNames(db, id)]);
    },
    async campaigns(id) {
      const { listCampaigns } = await loadClient();
      const campaigns = await listCampaigns(transport, await resolve(id));
      keepCampaignKinds(db, id, campaigns);
      keepCampaignNames(db, id, campaigns);
      return campaigns;
    },
    async customFields(id) {
      const connection = toConnection(readConnection(db, id));
      const asked = names.refresh(id);
      if (!hasNames(db, id)) await asked;
      return knownCustomFields(db, connection);
    },
    refreshCustomFields: names.refresh,
    resolve,
    byName(name) {
      const record = findConnection(db, name);
      return record === undefined ? undefined : shown(record);
    },
    close: names.close,
  };
}

/** Who only reads a list asks no platform. */
const loadClient = () => import("../../pipeline/api/client.ts");

function isKeyRefused(error: unknown): boolean {
  return error instanceof AppError && error.code.startsWith("api-credentials");
}
