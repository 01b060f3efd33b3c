import type { CallInput } from "../../preload/contract.ts";
import type { Database } from "../database/open.ts";
import { AppError } from "../errors.ts";
import type { UndoRecorder } from "../undo/log.ts";
import { readImage } from "../undo/row-image.ts";
import type { Vault } from "../vault/vault.ts";
import { forgetNames } from "./custom-field-names.ts";
import { recordConnection } from "./record-change.ts";
import { type ConnectionRecord, findConnection, readConnection } from "./records.ts";
import { checkedUrl } from "./url.ts";

export type ConnectionInput = CallInput<"connections.save">;

/**
 * Adds or changes a connection. Whatever may mend wrong credentials also lifts the hold that they
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
      recordConnection(db, undoLog, { label: "connection-added", name, id, before: null });
      return id;
    }
    const before = readConnection(db, input.id);
    const image = readImage(db, "connections", input.id);
    if (before.kind === "practice") updatePractice(db, before, name, input);
    else update(db, vault, before, name, input);
    const about = { label: "connection-changed", name, id: before.id, before: image };
    recordConnection(db, undoLog, about);
    return before.id;
  });
  return write.immediate();
}

function insert(db: Database, vault: Vault, name: string, input: ConnectionInput): number {
  if (input.apiKey === null) throw new AppError("connection-key-missing");
  const now = Date.now();
  const result = db
    .prepare(
      `INSERT INTO connections
         (name, kind, url, user_id, account_id, sealed_key, settings, created_at, updated_at)
       VALUES (?, 'api', ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      name,
      checkedUrl(input.url),
      input.userId.trim(),
      input.accountId.trim(),
      sealKey(vault, input.apiKey),
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
  const mended =
    input.apiKey !== null ||
    url !== before.url ||
    input.userId.trim() !== before.user_id ||
    input.accountId.trim() !== before.account_id;
  if (url !== before.url || input.accountId.trim() !== before.account_id)
    forgetNames(db, before.id);
  db.prepare(
    `UPDATE connections SET name = ?, url = ?, user_id = ?, account_id = ?, sealed_key = ?,
       settings = ?, hold = ?, updated_at = ? WHERE id = ?`,
  ).run(
    name,
    url,
    input.userId.trim(),
    input.accountId.trim(),
    input.apiKey === null ? before.sealed_key : sealKey(vault, input.apiKey),
    JSON.stringify(input.settings),
    mended && before.hold === "credentials" ? null : before.hold,
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

function sealKey(vault: Vault, key: string): Buffer {
  return vault.seal(Buffer.from(key, "utf8"));
}
