import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { enqueueStaged } from "../../../../main/pipeline/delivery/enqueue/enqueue-staged.ts";
import { createRowWriter } from "../../../../main/pipeline/staging/row-writer.ts";
import { customerKey } from "../../../../main/records/customers/keys.ts";
import { findBatches } from "../../../../main/records/customers/lookup.ts";
import { openDatabase } from "../../../../main/records/database/open.ts";
import { writeCorrection } from "../../../../main/records/drafts/corrected-values.ts";
import { beginStaging } from "../../../../main/records/drafts/stagings.ts";
import { ERROR, LEFT_OUT } from "../../../../main/records/drafts/status.ts";
import { openPayload } from "../../../../main/records/imports/batches/payload.ts";
import { createVault } from "../../../../main/records/vault/vault.ts";
import type { FieldName } from "../../../../preload/fields.ts";
import { addConnection, specOf } from "../../../pipeline/delivery/lists.ts";

const dir = mkdtempSync(join(tmpdir(), "loyalty-importer-"));
const db = openDatabase(dir);
const vault = createVault(new Uint8Array(32).fill(7));
const connectionId = addConnection(db);
afterAll(() => {
  db.close();
  rmSync(dir, { recursive: true });
});

const FIELDS: readonly FieldName[] = ["code", "first_name"];

interface Row {
  readonly row: number;
  readonly values: readonly string[];
}

/** Stages a list whose rows at `left` are not sent and whose rows at `corrected` hold another name. */
function stage(rows: readonly Row[], left: ReadonlySet<number>, corrected: ReadonlySet<number>) {
  const id = beginStaging(db, { fields: FIELDS, source: "s", signature: "s" });
  const writer = createRowWriter(db, vault, { id, fields: FIELDS });
  for (const [at, row] of rows.entries()) {
    writer.add(row, left.has(at) ? (at % 2 === 0 ? ERROR : LEFT_OUT) : 0, []);
  }
  writer.end();
  for (const index of corrected) {
    writeCorrection(db, vault, id, { index, field: "first_name", value: "Edited" });
  }
  return id;
}

interface BatchRecord {
  readonly id: number;
  readonly rowCount: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly byteSize: number;
  readonly delimiter: string;
  readonly idempotent: number;
  readonly sealed: Buffer;
}

function batchesOf(importId: number) {
  const records = db
    .prepare(
      `SELECT id, row_count AS rowCount, first_row AS firstRow, last_row AS lastRow,
         byte_size AS byteSize, delimiter, repeatable AS idempotent, sealed_rows AS sealed
       FROM batches JOIN batch_rows ON batch_id = id WHERE import_id = ? ORDER BY position`,
    )
    .all(importId) as BatchRecord[];
  return records.map((record) => ({ ...record, ...openPayload(vault, record.sealed) }));
}

function enqueue(stagingId: number, batchRows: number): number {
  const spec = specOf(connectionId, { fields: FIELDS, rows: [], batchRows });
  return enqueueStaged(db, vault, stagingId, spec).importId;
}

const list = fc.record({
  count: fc.integer({ min: 1, max: 1_700 }),
  left: fc.uniqueArray(fc.nat({ max: 1_699 }), { maxLength: 40 }),
  corrected: fc.uniqueArray(fc.nat({ max: 1_699 }), { maxLength: 3 }),
  batchRows: fc.constantFrom(500, 500, 300, 1_000),
});

test("whatever is left out or corrected, batches hold the rows to be sent, in order and as few as can be", () => {
  fc.assert(
    fc.property(list, ({ count, left, corrected, batchRows }) => {
      const rows = Array.from({ length: count }, (_, at) => {
        return { row: at + 2, values: [`C${at}`, `Ana ${at % 7}`] };
      });
      const leftOut = new Set(left);
      const sent = rows.flatMap(({ row, values: [code = "", name = ""] }, at) =>
        leftOut.has(at) ? [] : [[row, code, corrected.includes(at) ? "Edited" : name]],
      );
      fc.pre(sent.length > 0);
      const stagingId = stage(rows, leftOut, new Set(corrected.filter((at) => at < count)));
      const batches = batchesOf(enqueue(stagingId, batchRows));
      expect(
        batches.flatMap((each) => each.rows.map(({ row, values }) => [row, ...values])),
      ).toEqual(sent);
      expect(batches).toHaveLength(Math.ceil(sent.length / batchRows));
      for (const batch of batches) {
        expect(batch.rows.length).toBe(batch.rowCount);
        expect(batch.rowCount).toBeLessThanOrEqual(batchRows);
        expect(batch.firstRow).toBe(batch.rows[0]?.row);
        expect(batch.lastRow).toBe(batch.rows.at(-1)?.row);
        expect(batch.idempotent).toBe(1);
      }
    }),
    { numRuns: 30 },
  );
});

function simpleRows(count: number, value: (at: number) => readonly string[]): readonly Row[] {
  return Array.from({ length: count }, (_, at) => ({ row: at + 2, values: value(at) }));
}

test("rows that go as they were sealed say the same of themselves as rows packed anew", () => {
  const rows = simpleRows(1_000, (at) => [at === 700 ? "" : `C${at}`, at === 3 ? "a|b" : "Zoë"]);
  const none = new Set<number>();
  const asSealed = batchesOf(enqueue(stage(rows, none, none), 500));
  // A correction that changes nothing makes both chunks be packed anew.
  const stagingId = stage(rows, none, none);
  for (const index of [0, 999]) {
    writeCorrection(db, vault, stagingId, { index, field: "first_name", value: "Zoë" });
  }
  const anew = batchesOf(enqueue(stagingId, 500));
  const about = ({ id: _, sealed: __, ...rest }: (typeof anew)[number]) => rest;
  expect(asSealed.map(about)).toEqual(anew.map(about));
  expect(asSealed.map((each) => [each.delimiter, each.idempotent])).toEqual([
    ["comma", 1],
    ["pipe", 0],
  ]);
});

test("rows whose values use up all delimiters together are split", () => {
  const texts = ["a|b", "a,b", "a\tb"];
  const rows = simpleRows(500, (at) => [`C${at}`, texts[Math.floor(at / 200)] ?? ""]);
  const batches = batchesOf(enqueue(stage(rows, new Set(), new Set()), 500));
  expect(batches.map((each) => [each.rowCount, each.delimiter])).toEqual([
    [400, "tab"],
    [100, "pipe"],
  ]);
});

test("customers of batches that went as they were sealed are found", () => {
  const rows = simpleRows(1_200, (at) => [`Found-${at}`, "Ana"]);
  const importId = enqueue(stage(rows, new Set([600]), new Set()), 500);
  const batches = batchesOf(importId);
  const { accountId } = specOf(connectionId, { rows: [] }).connection;
  for (const at of [0, 499, 500, 700, 1_199]) {
    const key = customerKey(vault, accountId, `found-${at}`);
    if (key === null) throw new Error("no key");
    const number = key.high * 16 + key.nibble;
    const home = batches.find((each) => each.rows.some(({ row }) => row === at + 2));
    expect(findBatches(db, [number]).get(number)).toContain(home?.id);
  }
});
