import { expect, test } from "vitest";
import { csv, openWorkshop, queuedRows } from "../workshop.ts";

test("sending queues exactly the rows that are valid and not left out, with the corrections", async () => {
  const shop = openWorkshop();
  const { open, check, drafts, db, events } = shop;
  const { id: draftId } = await open(
    "customers.csv",
    csv(1200, (row) =>
      row === 3 || row === 700 ? [`C${row}`, "Ana", "ana@example.com", "1980-13-45"] : null,
    ),
  );
  expect(await check(draftId)).toMatchObject({ counts: { invalid: 2, toSend: 1198 }, batches: 3 });
  await drafts.correctCell({ draftId, index: 2, field: "custom_date", value: "1980-01-01" });
  await drafts.leaveOut({ draftId, indexes: [0, 1], leftOut: true });
  const { importId } = await drafts.send({ draftId, confirmOverwrite: false });
  const rows = queuedRows(shop, importId);
  expect(rows.map((each) => each.row)).toEqual(
    Array.from({ length: 1200 }, (_, at) => at + 2).filter((row) => ![2, 3, 701].includes(row)),
  );
  expect(rows[0]?.values).toEqual(["C3", "Ana", "ana@example.com", "1980-01-01"]);
  expect(db.prepare("SELECT phase, rows_total FROM imports").all()).toEqual([
    { phase: "queued", rows_total: 1197 },
  ]);
  expect(await drafts.list()).toEqual([]);
  expect(events.filter(({ kind }) => kind === "drafts")).not.toEqual([]);
  const kept = db.prepare("SELECT row_number, code FROM import_problems ORDER BY seq").all();
  expect(kept).toMatchObject([{ row_number: 701 }]);
  const leftovers = db.prepare("SELECT sealed_rows FROM import_leftovers ORDER BY chunk").pluck();
  expect(
    (leftovers.all() as Buffer[])
      .flatMap((each) => shop.vault.openJson<[number][]>(each))
      .map(([row]) => row),
  ).toEqual([2, 3, 701]);
});

test("sending twice at once makes one import", async () => {
  const { open, check, drafts, db } = openWorkshop();
  const { id: draftId } = await open("customers.csv", csv(10));
  await check(draftId);
  const send = () => drafts.send({ draftId, confirmOverwrite: false });
  const [first, second] = await Promise.all([send(), send()]);
  expect(second).toEqual(first);
  expect(db.prepare("SELECT count(*) FROM imports").pluck().get()).toBe(1);
});

test("a send killed in the middle leaves nothing half done, and sending again works", async () => {
  const { open, check, drafts, db, workers } = openWorkshop();
  const { id: draftId } = await open("customers.csv", csv(60_000));
  await check(draftId);
  const sending = drafts.send({ draftId, confirmOverwrite: false });
  const failed = expect(sending).rejects.toMatchObject({ code: "worker-ended", retry: true });
  const preparing = db.prepare("SELECT count(*) FROM batches").pluck();
  while (preparing.get() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  workers.at(-1)?.kill();
  await failed;
  expect(await drafts.get({ draftId })).toMatchObject({ check: { kind: "done" } });
  const { importId } = await drafts.send({ draftId, confirmOverwrite: false });
  expect(db.prepare("SELECT id, phase, rows_total FROM imports").all()).toEqual([
    { id: importId, phase: "queued", rows_total: 60_000 },
  ]);
});

test("overwriting asks for its own confirmation", async () => {
  const { open, check, drafts } = openWorkshop();
  const draft = await open("customers.csv", csv(2));
  const draftId = draft.id;
  await drafts.setOptions({ draftId, options: { ...draft.options, duplicates: "yes" } });
  await check(draftId);
  await expect(drafts.send({ draftId, confirmOverwrite: false })).rejects.toMatchObject({
    code: "overwrite-not-confirmed",
  });
  const sent = await drafts.send({ draftId, confirmOverwrite: true });
  expect(sent.importId).toBeGreaterThan(0);
});

test("an incomplete, an unchecked and an empty draft are not sent", async () => {
  const { open, check, drafts, db } = openWorkshop();
  const draft = await open("customers.csv", csv(2));
  const draftId = draft.id;
  const send = () => drafts.send({ draftId, confirmOverwrite: true });
  await expect(send()).rejects.toMatchObject({ code: "draft-not-checked" });
  await drafts.setOptions({ draftId, options: { ...draft.options, campaigns: [] } });
  await expect(send()).rejects.toMatchObject({ code: "draft-incomplete" });
  await drafts.setOptions({ draftId, options: draft.options });
  await check(draftId);
  await drafts.leaveOut({ draftId, indexes: [0, 1], leftOut: true });
  await expect(send()).rejects.toMatchObject({ code: "nothing-to-send" });
  expect(db.prepare("SELECT count(*) FROM imports").pluck().get()).toBe(0);
});

test("a mapping that was sent is applied to the next list with the same headers", async () => {
  const { open, check, drafts } = openWorkshop();
  const { id: draftId } = await open("march.csv", "Nr,Wer,Wo\n1,Ana,Reno\n");
  const mapping = [
    { field: "code" as const, columns: [0], transforms: [] },
    { field: "card_number" as const, columns: [0], transforms: [] },
    { field: "custom_field_3" as const, columns: [2], transforms: [] },
  ];
  await drafts.setMapping({ draftId, mapping });
  await check(draftId);
  await drafts.send({ draftId, confirmOverwrite: false });

  const same = await open("april.csv", "wo,NR,wer\nReno,1,Ana\n");
  expect(same.remembered).toMatchObject({ name: "march.csv", added: 0, gone: 0 });
  expect(same.mapping.map((each) => [each.field, each.columns])).toEqual([
    ["code", [1]],
    ["card_number", [1]],
    ["custom_field_3", [0]],
  ]);
  const differs = await open("may.csv", "Nr,Wer,Wo,Extra 1\n1,Ana,Reno,x\n");
  expect(differs.remembered).toMatchObject({
    name: "march.csv",
    ...{ added: 1, gone: 0, addedHeaders: ["Extra 1"], goneHeaders: [] },
  });
  const fresh = await drafts.proposeMapping({ draftId: differs.id });
  expect(fresh.remembered).toBeNull();
  const other = await open("other.csv", "Kunde,Strasse\n1,x\n");
  expect(other.remembered).toBeNull();
});

test("a fixed secret is kept neither with its mapping nor with the import", async () => {
  const { open, check, drafts, db } = openWorkshop();
  const { id: draftId } = await open("march.csv", "code,x\n1,y\n");
  await drafts.setMapping({
    draftId,
    mapping: [
      { field: "code", columns: [0], transforms: [] },
      { field: "customer_PIN", columns: [], fixed: "847362", transforms: [] },
    ],
  });
  await check(draftId);
  await drafts.send({ draftId, confirmOverwrite: false });
  const kept = db.prepare("SELECT mapping FROM mappings UNION ALL SELECT mapping FROM imports");
  expect(kept.pluck().all().join()).not.toContain("847362");
});
