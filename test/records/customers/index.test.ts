import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import type { Database } from "../../../main/common/sqlite/database.ts";
import { batchAt, keyAt, sortEntries } from "../../../main/records/customers/entries.ts";
import { customerKey, normalKey } from "../../../main/records/customers/keys.ts";
import { findBatches, SEEK_SQL, SOUGHT_SQL } from "../../../main/records/customers/lookup.ts";
import { removeBatches, removeKey } from "../../../main/records/customers/remove.ts";
import { readyRuns, writeRun } from "../../../main/records/customers/runs.ts";
import { tidyCustomers } from "../../../main/records/customers/tidy.ts";
import { openDatabase } from "../../../main/records/database/open.ts";
import { createVault } from "../../../main/records/vault/vault.ts";
import { tempDir } from "../../helpers/temp-dir.ts";

function open(): Database {
  const db = openDatabase(tempDir());
  onTestFinished(() => {
    db.close();
  });
  return db;
}

type Pair = readonly [key: number, batch: number];

function addRun(db: Database, pairs: readonly Pair[]): void {
  const words = new Uint32Array(pairs.length * 2);
  for (const [at, [key, batch]] of pairs.entries()) {
    words[at * 2] = ((key % 16) << 28) | batch;
    words[at * 2 + 1] = Math.floor(key / 16);
  }
  const id = writeRun(db, sortEntries(words), { importId: null, level: 0 });
  db.prepare("UPDATE customer_runs SET state = 'ready' WHERE id = ?").run(id);
}

const key = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: 2 ** 35, max: 2 ** 36 - 1 }),
);
const pair = fc.tuple(key, fc.integer({ min: 1, max: 60 }));

test("every key is found in its batches and no other, through merges and removals", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(pair, { minLength: 1, maxLength: 1500 }), { maxLength: 40 }),
      fc.subarray([5, 6, 7, 8]),
      (runs, gone) => {
        const db = openDatabase(tempDir());
        const model = new Map<number, Set<number>>();
        for (const [n, run] of runs.entries()) {
          addRun(db, run);
          for (const [each, batch] of run) {
            model.set(each, (model.get(each) ?? new Set()).add(batch));
          }
          if (n % 7 === 0) tidyCustomers(db);
        }
        removeKey(db, 3, new Set([1, 2]));
        for (const batch of [1, 2]) model.get(3)?.delete(batch);
        for (let after: number | null = 0; after !== null; ) {
          after = removeBatches(db, after, 3, (id) => gone.includes(id));
        }
        for (const batches of model.values()) for (const batch of gone) batches.delete(batch);
        tidyCustomers(db);
        const all = findBatches(db, [...model.keys(), 41]);
        for (const [each, batches] of model) {
          const sorted = [...batches].sort((a, b) => a - b);
          expect(all.get(each) ?? []).toEqual(sorted);
          expect(findBatches(db, [each]).get(each) ?? []).toEqual(sorted);
        }
        expect(all.get(41)).toBeUndefined();
        db.close();
      },
    ),
    { numRuns: 15 },
  );
}, 120_000);

test("sixteen runs become one, and nothing of them stays behind", () => {
  const db = open();
  for (let run = 1; run <= 16; run += 1) addRun(db, [[run, run]]);
  tidyCustomers(db);
  expect(readyRuns(db)).toMatchObject([{ level: 1, blocks: 1 }]);
  expect(db.prepare("SELECT count(*) FROM customer_blocks").pluck().get()).toBe(1);
  expect(db.prepare("SELECT count(*) FROM customer_runs").pluck().get()).toBe(1);
});

test("entries keep key and batch apart", () => {
  const words = Uint32Array.from([(0xf << 28) | 0xfff_ffff, 0xffff_ffff]);
  expect(keyAt(words, 0)).toBe(2 ** 36 - 1);
  expect(batchAt(words, 0)).toBe(2 ** 28 - 1);
});

test("the same code at two accounts has two keys; case and outer blanks make none", () => {
  const vault = createVault(randomBytes(32));
  expect(customerKey(vault, "a", " AB@x.org ")).toEqual(customerKey(vault, "a", "ab@X.ORG"));
  expect(customerKey(vault, "a", "1")).not.toEqual(customerKey(vault, "b", "1"));
  expect(customerKey(vault, "a", "  ")).toBeNull();
  expect(normalKey(" 007 ")).toBe("007");
});

test("a key is sought by the index of blocks", () => {
  const plan = open().prepare(`EXPLAIN QUERY PLAN ${SEEK_SQL}`).all(1, 2) as { detail: string }[];
  expect(plan.map(({ detail }) => detail)).toEqual([
    "SEARCH customer_blocks USING INDEX sqlite_autoindex_customer_blocks_1 (run_id=? AND first_key<?)",
  ]);
});

test("keys are sought in the runs by the index of blocks", () => {
  const plan = open().prepare(`EXPLAIN QUERY PLAN ${SOUGHT_SQL}`).all("[]", "[]") as {
    detail: string;
  }[];
  expect(
    plan.map(({ detail }) => detail).filter((each) => /customer_blocks|block/.test(each)),
  ).toEqual([
    "SEARCH customer_blocks USING INTEGER PRIMARY KEY (rowid=?)",
    "SEARCH block USING COVERING INDEX sqlite_autoindex_customer_blocks_1 (run_id=? AND first_key<?)",
  ]);
});
