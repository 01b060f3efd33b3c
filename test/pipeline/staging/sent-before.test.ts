import fc from "fast-check";
import { expect, test } from "vitest";
import { markDone } from "../../../main/features/rollback/mark-done.ts";
import { createTextCounts } from "../../../main/pipeline/staging/earlier/text-counts.ts";
import { csv, openWorkshop, type Workshop } from "../../features/importing/workshop.ts";

type Told = readonly (readonly [code: string, params: Readonly<Record<string, unknown>>])[];

async function told(shop: Workshop, draftId: number): Promise<Told> {
  const { check } = await shop.drafts.get({ draftId });
  if (check.kind !== "done") throw new Error(check.kind);
  return check.notices
    .filter(({ code }) => /same-file|rows-sent/.test(code))
    .map(({ code, params }) => [code, params]);
}

async function sendList(shop: Workshop, name: string, text: string): Promise<number> {
  const { id: draftId } = await shop.open(name, text);
  await shop.check(draftId);
  const { importId } = await shop.drafts.send({ draftId, confirmOverwrite: false });
  return importId;
}

function accept({ db }: Workshop, importId: number): void {
  db.prepare("UPDATE batches SET state = 'accepted' WHERE import_id = ?").run(importId);
  db.prepare(
    `UPDATE imports SET state = 'accepted', rows_accepted = rows_total, batches_open = 0,
       finished_at = 1, started_at = ? WHERE id = ?`,
  ).run(new Date(2026, 2, importId, 9, 30).getTime(), importId);
}

test("the same file is told with date, connection and rows, whatever its name", async () => {
  const shop = openWorkshop();
  accept(shop, await sendList(shop, "march.csv", csv(30)));
  const { id: draftId } = await shop.open("copy of march.csv", csv(30));
  await shop.check(draftId);
  expect(await told(shop, draftId)).toEqual([
    ["same-file-sent", { connection: "Great Widgets", time: "2026-03-01 09:30", count: 30 }],
    ["rows-sent-before", { count: 30, name: "march.csv", time: "2026-03-01 09:30" }],
  ]);
  // It is told, and nothing stands in the way.
  await shop.drafts.send({ draftId, confirmOverwrite: false });
});

test("rows with the same values are counted once each, for the newest import that sent them", async () => {
  const shop = openWorkshop();
  accept(shop, await sendList(shop, "one.csv", csv(1200)));
  accept(
    shop,
    await sendList(
      shop,
      "two.csv",
      csv(700, (row) => (row > 600 ? [`N${row}`, "Bo", "b@example.com", "1990-01-01"] : null)),
    ),
  );
  const rejected = await sendList(shop, "three.csv", csv(1300));
  shop.db.prepare("UPDATE batches SET state = 'rejected' WHERE import_id = ?").run(rejected);
  // The columns in another order, one row twice, one left out, one changed.
  const lines = csv(1300)
    .trim()
    .split("\n")
    .map((line) => line.split(",").reverse().join(","));
  const { id: draftId } = await shop.open("four.csv", [...lines, lines[1]].join("\n"));
  await shop.check(draftId);
  expect(await told(shop, draftId)).toEqual([
    ["rows-sent-before", { count: 601, name: "two.csv", time: "2026-03-02 09:30" }],
    ["rows-sent-before", { count: 600, name: "one.csv", time: "2026-03-01 09:30" }],
  ]);
  await shop.drafts.leaveOut({ draftId, indexes: [1], leftOut: true });
});

test("more than three imports are summed up", async () => {
  const shop = openWorkshop();
  for (let n = 1; n <= 5; n += 1) {
    const corrections = (row: number) => [`L${n}R${row}`, "Ana", "a@example.com", "1980-01-01"];
    accept(shop, await sendList(shop, `list-${n}.csv`, csv(n, corrections)));
  }
  const all = Array.from({ length: 5 }, (_, at) =>
    Array.from({ length: at + 1 }, (_, row) => `L${at + 1}R${row + 1}`),
  ).flat();
  const corrections = (row: number) => [all[row - 1] ?? "", "Ana", "a@example.com", "1980-01-01"];
  const { id: draftId } = await shop.open("all.csv", csv(15, corrections));
  await shop.check(draftId);
  expect((await told(shop, draftId)).map(([code, { name, count }]) => [code, name, count])).toEqual(
    [
      ["rows-sent-before", "list-5.csv", 5],
      ["rows-sent-before", "list-4.csv", 4],
      ["rows-sent-before", "list-3.csv", 3],
      ["rows-sent-earlier", undefined, 3],
    ],
  );
});

test("another account and a list with other fields were sent nothing; a later sending is found", async () => {
  const shop = openWorkshop();
  const { db, drafts } = shop;
  const { id: early } = await shop.open("early.csv", csv(20));
  await shop.check(early);
  expect(await told(shop, early)).toEqual([]);
  accept(
    shop,
    await sendList(
      shop,
      "march.csv",
      csv(20, (row) => [`C${row}`, "B", "", ""]),
    ),
  );
  accept(shop, await sendList(shop, "april.csv", `${csv(20)}C21,Ana,,\n`));

  const { id: other } = await shop.open("other.csv", "code\nC1\nC2\n");
  await shop.check(other);
  expect(await told(shop, other)).toEqual([]);

  await drafts.setStep({ draftId: early, step: "review" });
  await shop.until(
    (event) =>
      event.kind === "draft" &&
      event.draftId === early &&
      event.check.kind === "done" &&
      event.check.notices.length > 0,
  );
  expect((await told(shop, early)).map(([code, { count }]) => [code, count])).toEqual([
    ["rows-sent-before", 20],
  ]);
  db.prepare("UPDATE imports SET account_id = 'elsewhere'").run();
  const { id: elsewhere } = await shop.open("late.csv", csv(20));
  await shop.check(elsewhere);
  expect(await told(shop, elsewhere)).toEqual([]);
});

test("what was undone at the platform was not sent before, and a list that waits is told so", async () => {
  const shop = openWorkshop();
  const { db, drafts } = shop;
  const mayId = await sendList(shop, "may.csv", csv(1200));
  accept(shop, mayId);
  // Each batch arrived at its second try.
  db.exec(`UPDATE batches SET attempts = 2; DELETE FROM batch_log;
    INSERT INTO batch_log (batch_id, seq, at, state, cause)
      SELECT batches.id, column1, column1, 'sending', column2 FROM batches,
        (VALUES (1, 'claimed'), (2, 'reason-offline'), (3, 'claimed'), (4, 'accepted'))`);
  const { id: waiting } = await shop.open("may again.csv", csv(1200));
  await shop.check(waiting);
  expect((await told(shop, waiting)).map(([, { count }]) => count)).toEqual([1200, 1200]);

  // One of its three batches is undone: its rows alone are no longer there.
  const [first, ...others] = db.prepare("SELECT id FROM batches").pluck().all() as number[];
  const undo = (batchId: number | undefined) =>
    markDone(db, {
      importId: mayId,
      step: { batchId: batchId ?? 0, arrival: 2 },
      done: true,
    });
  undo(first);
  const again = () => drafts.setStep({ draftId: waiting, step: "review" });
  await again();
  await expect
    .poll(async () => (await told(shop, waiting)).map(([code, { count }]) => [code, count]))
    .toEqual([
      ["same-file-sent", 1200],
      ["rows-sent-before", 700],
    ]);
  for (const each of others) undo(each);
  await again();
  await expect.poll(() => told(shop, waiting)).toEqual([]);
});

test("counts of texts hold whatever is added and taken", () => {
  const text = fc.string({ maxLength: 3, unit: fc.constantFrom(..."abAB01é") });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 3000 }), fc.array(text), (added, others) => {
      const counts = createTextCounts();
      const model = new Map<string, number>();
      for (const each of added) {
        counts.add(each);
        model.set(each, (model.get(each) ?? 0) + 1);
      }
      for (const each of [...others, ...added.slice(0, 50)]) {
        expect(counts.has(each)).toBe(model.has(each));
        expect(counts.take(each)).toBe(model.get(each) ?? 0);
        model.delete(each);
      }
      const left = [...model.values()].reduce((sum, count) => sum + count, 0);
      expect(counts.left).toBe(left);
    }),
    { numRuns: 50 },
  );
});
