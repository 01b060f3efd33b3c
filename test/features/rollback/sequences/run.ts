import { expect } from "vitest";
import { AppError } from "../../../../main/common/errors.ts";
import { forgetCustomer } from "../../../../main/features/privacy/forget/forget-customer.ts";
import { cancelUnsent } from "../../../../main/features/rollback/cancel-unsent.ts";
import { registerImports } from "../../../../main/features/rollback/import-change.ts";
import { makeRestoreDrafts } from "../../../../main/features/rollback/make-drafts.ts";
import { markDone } from "../../../../main/features/rollback/mark-done.ts";
import { planUndo } from "../../../../main/features/rollback/plan/plan.ts";
import { prepareRestores } from "../../../../main/features/rollback/prepare.ts";
import { queueRestores } from "../../../../main/features/rollback/queue-restores.ts";
import { createDraftStore } from "../../../../main/records/drafts/draft-store.ts";
import { restoreConnection } from "../../../../main/records/imports/arrivals/find-connection.ts";
import { createBatchStore } from "../../../../main/records/imports/batches/batch-store.ts";
import { readPayload } from "../../../../main/records/imports/batches/sealed-parts.ts";
import { createUndoLog } from "../../../../main/records/undo-log/log.ts";
import type { FieldName } from "../../../../preload/fields.ts";
import { type List, putList } from "../../../pipeline/delivery/lists.ts";
import { FIELDS, type Operation } from "./operations.ts";
import { type Customer, type Platform, present, shownOf } from "./platform.ts";
import { prepareList, sendPrepared } from "./prepared.ts";
import { openShop, type Shop } from "./shop.ts";

type Of<K extends Operation["kind"]> = Extract<Operation, { readonly kind: K }>;

/**
 * Does what a store does in this order, and compares the platform's customers with the model
 * after every step. An undo may only put back a value that was there before the undone import,
 * and only where its own value still stands; where the workstation has seen everything, it must.
 */
export async function run(operations: readonly Operation[]): Promise<void> {
  const shop = await openShop();
  try {
    const imports: number[] = [];
    for (const operation of operations) {
      await step(shop, operation, imports);
      for (const { server, platform } of shop.accounts) {
        expect(shownOf(server.customers())).toEqual(platform.shown());
        const overwritten = platform.overwritten().filter(({ id }) => !platform.isMuddled(id));
        expect(overwritten).toEqual([]);
      }
    }
  } finally {
    await shop.close();
  }
}

async function step(shop: Shop, operation: Operation, imports: number[]): Promise<void> {
  switch (operation.kind) {
    case "crash":
      return shop.crash();
    case "send":
      return await shop.deliver(operation.trouble);
    case "import":
      return await doImport(shop, operation, imports);
    case "move":
      return shop.move(operation.store, operation.to);
    case "remove":
      return shop.remove(operation.store);
    case "resume":
      resumeHeld(shop);
      return await shop.deliver(operation.trouble);
    case "redo":
      return await redo(shop, operation);
    case "send-drafts":
      imports.push(...sendDrafts(shop));
      return await shop.deliver(operation.trouble);
    case "undo":
    case "revert": {
      const id = imports[operation.which % Math.max(1, imports.length)];
      if (id === undefined) return;
      await shop.recover();
      if (operation.kind === "revert") return revert(shop, id);
      imports.push(...(await undo(shop, operation, id)));
      return;
    }
    case "forget":
      for (const { platform } of shop.accounts) forget(shop, platform, operation);
  }
}

/** A person lets held imports go on; of whom nothing went out, they follow their connection. */
function resumeHeld(shop: Shop): void {
  const held = shop.db().prepare("SELECT id FROM imports WHERE hold = 'paused'").pluck();
  for (const importId of held.all() as number[]) shop.queue().resume({ importId });
}

async function doImport(shop: Shop, operation: Of<"import">, imports: number[]): Promise<void> {
  const { how, send, store, trouble } = operation;
  const { id, account } = shop.connection(store);
  const list = listOf(shop, operation);
  if (how === "whole") imports.push(putList(shop.db(), shop.vault, id, list));
  else {
    const { draftId, leftOut } = prepareList(shop, id, list);
    for (const values of leftOut) checkUnchanged(account.platform, list, values);
    const sent = sendPrepared(shop, draftId, how === "trial" ? 1 : null);
    if (typeof sent === "number") imports.push(sent);
    if (how === "trial" && send) {
      await shop.deliver(trouble);
      const rest = sendPrepared(shop, draftId, null);
      if (typeof rest === "number") imports.push(rest);
    }
  }
  if (send) await shop.deliver(trouble);
}

/** A row is left out only where sending it would change nothing. */
function checkUnchanged(
  platform: Platform,
  { fields = [] }: List,
  values: readonly string[],
): void {
  const value = (field: FieldName) => values[fields.indexOf(field)] ?? "";
  const customer = platform.find(value("code"), value("card_number"));
  if (customer === undefined || platform.isMuddled(customer.id)) return;
  for (const field of FIELDS) {
    if (!fields.includes(field) || (field === "card_number" && value(field) === "")) continue;
    expect({ field, value: present(customer, field) }).toEqual({ field, value: value(field) });
  }
}

/** Whatever can go; what was prepared anew goes as it is then. */
function sendDrafts(shop: Shop): readonly number[] {
  const ids = () => createDraftStore(shop.db(), shop.vault).ids();
  const sent: number[] = [];
  for (let round = 0; round < 2; round += 1) {
    for (const draftId of ids()) {
      if (!ids().includes(draftId)) continue;
      const outcome = sendPrepared(shop, draftId, null);
      if (typeof outcome === "number") sent.push(outcome);
    }
  }
  return sent;
}

/** Does again what was undone last, where that was an import. */
async function redo(shop: Shop, { trouble }: Of<"redo">): Promise<void> {
  const db = shop.db();
  const log = createUndoLog(db, shop.vault);
  const importId = log.state().redo?.importId ?? null;
  if (importId === null) return;
  const store = createBatchStore(db, shop.vault);
  const start = async () => ({ cancelled: 0, underWay: 0, draftIds: [] });
  registerImports(db, log, { store, start, onRedone: () => undefined });
  try {
    await log.redo();
  } catch (error) {
    // Forgotten meanwhile, or its rows went with another import.
    if (!(error instanceof AppError)) throw error;
    return;
  }
  expect(log.state().redo?.importId).not.toBe(importId);
  expect(draftsFor(shop, importId)).toEqual([]);
  await shop.deliver(trouble);
}

function draftsFor(shop: Shop, importId: number): readonly number[] {
  const find = shop.db().prepare("SELECT id FROM drafts WHERE restores = ?").pluck();
  return find.all(importId) as number[];
}

function listOf(shop: Shop, operation: Of<"import">): List {
  const { keys, fields, duplicates, rows, amounts } = operation;
  const { account } = shop.connection(operation.store);
  const keyFields: readonly FieldName[] =
    keys === "both" ? ["code", "card_number"] : [keys === "card" ? "card_number" : "code"];
  return {
    accountId: account.id,
    address: account.address,
    fields: [...keyFields, ...fields, ...(amounts ? ["auto_add" as const] : [])],
    rows: rows.map(({ code, card, values }) => [
      ...(keys === "card" ? [] : [code]),
      // A row needs a key to be of anybody.
      ...(keys === "code" ? [] : [keys === "card" ? card || "1" : card]),
      ...values.slice(0, fields.length),
      ...(amounts ? ["5"] : []),
    ]),
    batchRows: 2,
    options: { duplicates, onlyChanged: operation.how === "only-changed" },
  };
}

/** As a person in the admin pages: the newest state first, each marked as done. */
function revert(shop: Shop, id: number): void {
  const { server, platform } = shop.accountOf(id);
  const states = platform.statesOf(id);
  for (const state of states) server.undo(server.undoStates().at(-1 - state)?.id ?? 0);
  platform.revert(id);
  if (states.length > 0) markDone(shop.db(), { importId: id, step: null, done: true });
}

/** Whoever has the code, or a card of that number, and what stands beside it. */
function forget(shop: Shop, platform: Platform, { code, includeQueue }: Of<"forget">): void {
  for (const { code: theirs, cells } of platform.customers().values()) {
    const cards = (cells.get("card_number") ?? []).map(({ value }) => value);
    if (theirs !== code && !cards.includes(code)) continue;
    for (const card of cards) platform.muddle({ code: theirs, card });
  }
  platform.muddle({ code, card: code });
  forgetCustomer(shop.db(), shop.vault, { customer: code, confirm: true, includeQueue });
}

async function undo(shop: Shop, operation: Of<"undo">, id: number): Promise<readonly number[]> {
  const { platform } = shop.accountOf(id);
  const db = () => shop.db();
  cancelUnsent(db(), shop.queue(), id, createUndoLog(db(), shop.vault));
  const waiting = db()
    .prepare("SELECT count(*) FROM imports WHERE batches_open > 0 OR batches_uncertain > 0")
    .pluck()
    .get() as number;
  if (operation.crash === "cancelled") await shop.crash();
  const was = new Map(platform.customers());
  const plan = planUndo(db(), shop.vault, id);
  if (restoreConnection(db(), id).kind === "blocked") {
    // Undone nowhere, and said.
    if (plan.restore.customers > 0) expect(plan.restore.blocked).not.toBeNull();
    expect(() => prepareRestores(db(), shop.vault, id)).toThrow(AppError);
    return [];
  }
  if (operation.crash === "prepared") {
    prepareRestores(db(), shop.vault, id);
    await shop.crash();
  }
  if (operation.outcome === "draft" && draftsFor(shop, id).length > 0) return [];
  const prepared = prepareRestores(db(), shop.vault, id);
  if (operation.outcome === "draft") {
    makeRestoreDrafts(db(), shop.vault, id, prepared);
    return [];
  }
  const made = queueRestores(db(), shop.vault, prepared);
  const rows = made.flatMap((each) => rowsOf(shop, each));
  expect(rows).toHaveLength(plan.restore.customers);
  for (const each of operation.outcome === "cancel" ? made : []) shop.queue().cancelImport(each);
  if (operation.outcome === "send") await shop.deliver(operation.trouble);
  const accepted = db()
    .prepare("SELECT count(*) FROM imports WHERE id = ? AND state = 'accepted'")
    .pluck();
  const whole = operation.outcome === "send" && made.every((each) => accepted.get(each) === 1);
  for (const [customerId, before] of was) {
    const after = platform.customers().get(customerId);
    expect(after).toBeDefined();
    if (after !== undefined) {
      // An import that waited may have given another one.
      if (waiting === 0) expect(after.code).toBe(before.code);
      const sure = whole && waiting === 0 && !platform.isMuddled(customerId);
      checkUndone(before, after, { id, made, sure });
    }
  }
  if (whole && waiting === 0) expect(planUndo(db(), shop.vault, id).restore.customers).toBe(0);
  return made;
}

function rowsOf(shop: Shop, importId: number) {
  const ids = shop.db().prepare("SELECT id FROM batches WHERE import_id = ?").pluck();
  return (ids.all(importId) as number[]).flatMap(
    (id) => readPayload(shop.db(), shop.vault, id)?.rows ?? [],
  );
}

function checkUndone(
  before: Customer,
  after: Customer,
  about: { readonly id: number; readonly made: readonly number[]; readonly sure: boolean },
): void {
  for (const field of FIELDS) {
    const history = before.cells.get(field) ?? [];
    const added = (after.cells.get(field) ?? []).slice(history.length);
    // An import that waited went out too.
    if (added.some(({ by }) => !about.made.includes(by))) continue;
    const now = present(before, field);
    const end = history.findLastIndex(({ by }) => by !== about.id);
    const earlier = end === history.length - 1 ? undefined : history[end];
    const actual = present(after, field);
    // A card number cannot be taken away.
    const possible = earlier !== undefined && !(field === "card_number" && earlier.value === "");
    if (!possible) expect({ field, actual }).toEqual({ field, actual: now });
    else if (about.sure && earlier.known) {
      expect({ field, actual }).toEqual({ field, actual: earlier.value });
    } else expect([now, earlier.value]).toContain(actual);
  }
}
