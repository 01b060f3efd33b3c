import { expect, test } from "vitest";
import { prepareRestores } from "../../../main/features/rollback/prepare.ts";
import { queueRestores } from "../../../main/features/rollback/queue-restores.ts";
import { enqueueImport } from "../../../main/pipeline/delivery/enqueue/enqueue.ts";
import { OVERTAKING_SQL } from "../../../main/records/imports/past/overtaking.ts";
import { testApp } from "../../app/window.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { addConnection, putList, specOf } from "../../pipeline/delivery/lists.ts";
import { byCode, undoWorkshop } from "./workshop.ts";

const HEADER = "code,first_name,city\n";

test("a restore that lay while another import reached its customers is prepared anew and says so", async () => {
  const { call, draft, send, customers } = await testApp();
  await send((await draft("first.csv", `${HEADER}A,Ana,Lima\nB,Bea,Cali\nC,Cleo,Quito\n`)).id);
  const list = `${HEADER}A,Anna,Lima X\nB,Beate,Cali\nC,Cleopatra,Quito\n`;
  const importId = await send((await draft("second.csv", list)).id);
  const { draftIds } = await call("undo.start", { importId });
  expect(draftIds).toHaveLength(2);
  const counts = async (draftId: number) => {
    const { check } = await call("drafts.get", { draftId });
    return check.kind === "done" ? [check.counts.toSend, check.counts.leftOut] : check.kind;
  };
  const [both = 0, names = 0] = draftIds;
  expect([await counts(both), await counts(names)]).toEqual([
    [1, 0],
    [2, 0],
  ]);
  await call("drafts.leaveOut", { draftId: names, indexes: [1], leftOut: true });
  await send((await draft("third.csv", "code,first_name\nA,Annie\nB,Betty\n")).id);

  const sending = call("drafts.send", { draftId: both, confirmOverwrite: false });
  await expect(sending).rejects.toThrow("restore-moved");
  // Of A only the city still is the undone import's; B is not touched; C stays left out.
  const waiting = (await call("drafts.list", {})).map(({ id }) => id);
  expect(waiting).toHaveLength(2);
  expect(waiting).toContain(names);
  expect(await counts(names)).toEqual([0, 1]);
  const [cities = 0] = waiting.filter((id) => id !== names);
  await call("drafts.leaveOut", { draftId: names, indexes: [0], leftOut: false });
  await send(cities);
  await send(names);
  const shown = (await customers()).map(({ fields }) => `${fields.first_name} ${fields.city}`);
  expect(shown).toEqual(["Annie Lima", "Betty Cali", "Cleo Quito"]);
}, 60_000);

test("a queued restore that a later import overtakes is not sent where it would overwrite that", async () => {
  const server = await practiceServer();
  const shop = undoWorkshop(server);
  await shop.import({
    rows: [
      ["A", "Ana"],
      ["B", "Bea"],
    ],
  });
  const anna = await shop.import({ rows: [["A", "Anna"]] });
  const beate = await shop.import({ rows: [["B", "Beate"]] });
  const { connectionId } = shop;
  shop.queue().pause({ connectionId });
  for (const id of [anna, beate]) {
    queueRestores(shop.db(), shop.vault, prepareRestores(shop.db(), shop.vault, id));
  }
  putList(shop.db(), shop.vault, addConnection(shop.db(), "Other"), { rows: [["A", "Annie"]] });
  await expect(shop.send()).rejects.toThrow("not all was sent");
  shop.queue().resume({ connectionId });
  await shop.send();
  const names = [...byCode(server)].map(([code, { first_name }]) => [code, first_name]);
  expect(names).toEqual([
    ["A", "Annie"],
    ["B", "Bea"],
  ]);
  const restores = shop
    .db()
    .prepare("SELECT state, reason_code FROM batches WHERE import_id IN (4, 5) ORDER BY id")
    .raw()
    .all();
  expect(restores).toEqual([
    ["cancelled", "reason-overtaken"],
    ["accepted", null],
  ]);
  expect(shop.plan(anna)).toMatchObject({
    restore: { customers: 0 },
    irreversible: [{ kind: "changed-later", count: 1 }],
  });
  const plan = shop.db().prepare(`EXPLAIN QUERY PLAN ${OVERTAKING_SQL}`).all({
    address: "https://a.example/",
    account: "a",
    importId: 1,
    undoes: 1,
    comparedAt: 1,
  }) as { readonly detail: string }[];
  expect(plan.map(({ detail }) => detail).join("\n")).not.toMatch(/SCAN/);
});

test("a restore is overtaken by an import whose writing began before it and ended behind it", async () => {
  const server = await practiceServer();
  const shop = undoWorkshop(server);
  await shop.import({ rows: [["A", "Ana"]] });
  const anna = await shop.import({ rows: [["A", "Anna"]] });
  const list = { rows: [["A", "Annie"]] };
  let restores: readonly number[] = [];
  enqueueImport(
    shop.db(),
    shop.vault,
    specOf(shop.connectionId, list),
    [[{ row: 2, values: ["A", "Annie"] }]],
    {
      beforeQueued() {
        restores = queueRestores(
          shop.db(),
          shop.vault,
          prepareRestores(shop.db(), shop.vault, anna),
        );
      },
    },
  );
  await shop.send();
  expect(restores).toEqual([4]);
  expect(shop.db().prepare("SELECT state FROM imports ORDER BY id").pluck().all()).toEqual([
    "accepted",
    "accepted",
    "accepted",
    "cancelled",
  ]);
  expect(byCode(server).get("A")).toMatchObject({ first_name: "Annie" });
});

test("a restore of which nothing is left says so, and its draft is gone", async () => {
  const { call, draft, send } = await testApp();
  await send((await draft("first.csv", `${HEADER}A,Ana,Lima\n`)).id);
  const importId = await send((await draft("second.csv", `${HEADER}A,Anna,Lima\n`)).id);
  const { draftIds } = await call("undo.start", { importId });
  const [draftId = 0] = draftIds;
  await send((await draft("third.csv", `${HEADER}A,Annie,Lima\n`)).id);
  const sending = call("drafts.send", { draftId, confirmOverwrite: false });
  await expect(sending).rejects.toThrow("restore-gone");
  expect(await call("drafts.list", {})).toEqual([]);
}, 60_000);
