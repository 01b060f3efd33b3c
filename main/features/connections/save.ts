import type { CallInput } from "../../../preload/contract.ts";
import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { sealApiKey } from "../../records/connections/api-key.ts";
import { forgetCampaignNames } from "../../records/connections/campaign-names.ts";
import { forgetNames } from "../../records/connections/custom-fields.ts";
import { readSealedKey } from "../../records/connections/logged-key.ts";
import { recordConnection } from "../../records/connections/record-change.ts";
import {
  type ConnectionRecord,
  findConnection,
  readConnection,
  toConnection,
} from "../../records/connections/records.ts";
import { isSameServer, serverOf } from "../../records/connections/server.ts";
import { checkedUrl } from "../../records/connections/url.ts";
import type { UndoRecorder } from "../../records/undo-log/log.ts";
import { readImage } from "../../records/undo-log/row-image.ts";
import type { Vault } from "../../records/vault/vault.ts";

export type ConnectionInput = CallInput<"connections.save">;

/**
 * Adds or changes a connection. A key that was entered for another address or account is dropped:
 * it goes nowhere else. Whatever may correct wrong credentials also lifts the hold that they
 * put on its queue. The practice connection keeps its own address and credentials.
 * @returns the connection's id
 * @throws AppError connection-url-* | connection-name-taken | connection-key-missing | not-found
 */
export function saveConnection(
  db: Database,
  vault: Vault,
  input: ConnectionInput,
  undoLog?: UndoRecorder,
): number {
  const write = db.transaction((): number => {
    const name = input.name.trim();
    const twin = findConnection(db, name);
    if (twin !== undefined && twin.id !== input.id) {
      throw new AppError("connection-name-taken", { params: { name } });
    }
    if (input.id === null) {
      const id = insert(db, vault, name, input);
      recordConnection(db, undoLog, {
        ...{ label: "connection-added", name, id },
        ...{ before: null, keyBefore: null },
      });
      return id;
    }
    const before = readConnection(db, input.id);
    const image = readImage(db, "connections", input.id);
    const keyBefore = readSealedKey(db, input.id);
    if (before.kind === "practice") updatePractice(db, before, name, input);
    else update(db, vault, before, name, input);
    const about = { label: "connection-changed", name, id: before.id, before: image, keyBefore };
    recordConnection(db, undoLog, about);
    return before.id;
  });
  return write.immediate();
}

function insert(db: Database, vault: Vault, name: string, input: ConnectionInput): number {
  if (input.apiKey === null) throw new AppError("connection-key-missing");
  const now = Date.now();
  const url = checkedUrl(input.url);
  const server = serverOf({ kind: "api", url, accountId: input.accountId.trim() });
  const result = db
    .prepare(
      `INSERT INTO connections
         (name, kind, url, user_id, account_id, sealed_key, settings, created_at, updated_at)
       VALUES (?, 'api', ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      name,
      url,
      input.userId.trim(),
      server.accountId,
      sealApiKey(vault, input.apiKey, server),
      JSON.stringify(input.settings),
      now,
      now,
    );
  return Number(result.lastInsertRowid);
}

function update(
  db: Database,
  vault: Vault,
  before: ConnectionRecord,
  name: string,
  input: ConnectionInput,
): void {
  const url = checkedUrl(input.url);
  const server = serverOf({ kind: "api", url, accountId: input.accountId.trim() });
  const moved = !isSameServer(server, serverOf(toConnection(before)));
  const corrected =
    input.apiKey !== null || url !== before.url || moved || input.userId.trim() !== before.user_id;
  const kept = moved ? null : before.sealed_key;
  if (moved) {
    forgetNames(db, before.id);
    forgetCampaignNames(db, before.id);
  }
  db.prepare(
    `UPDATE connections SET name = ?, url = ?, user_id = ?, account_id = ?, sealed_key = ?,
       settings = ?, hold = ?, updated_at = ? WHERE id = ?`,
  ).run(
    name,
    url,
    input.userId.trim(),
    server.accountId,
    input.apiKey === null ? kept : sealApiKey(vault, input.apiKey, server),
    JSON.stringify(input.settings),
    corrected && before.hold === "credentials" ? null : before.hold,
    Date.now(),
    before.id,
  );
}

function updatePractice(
  db: Database,
  before: ConnectionRecord,
  name: string,
  input: ConnectionInput,
): void {
  db.prepare("UPDATE connections SET name = ?, settings = ?, updated_at = ? WHERE id = ?").run(
    name,
    JSON.stringify(input.settings),
    Date.now(),
    before.id,
  );
}
