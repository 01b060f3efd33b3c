import { renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { csv, openWorkshop } from "./workshop.ts";

test("a new draft proposes a mapping, takes the connection's settings and names what is missing", async () => {
  const { open } = openWorkshop();
  const draft = await open("customers.csv", csv(3));
  expect(draft.mapping.map((each) => each.field)).toEqual([
    "code",
    "first_name",
    "email",
    "custom_date",
  ]);
  expect(draft.options).toMatchObject({ connectionId: 1, campaigns: ["1001"] });
  expect(draft).toMatchObject({ step: "file", fileState: "same", check: { kind: "none" } });
  expect(draft.idempotent).toBe(true);
  expect(draft.missing.columns).toEqual([]);
  expect(draft.missing.review.map((each) => each.code)).toEqual(["not-checked"]);
});

test("a restart in any step comes back to the same step with everything kept", async () => {
  const first = openWorkshop();
  const { id } = await first.open("customers.csv", csv(3));
  const mapping = [{ field: "code" as const, columns: [0], transforms: [] }];
  await first.drafts.setMapping({ draftId: id, mapping });
  let before = first;
  for (const step of ["file", "columns", "options", "review"] as const) {
    await before.drafts.setStep({ draftId: id, step });
    const kept = await before.drafts.get({ draftId: id });
    await before.close();
    const again = openWorkshop(before.dir);
    expect(await again.drafts.get({ draftId: id })).toEqual(kept);
    before = again;
  }
});

test("a restart keeps the check with its corrections and rows left out", async () => {
  const first = openWorkshop();
  const { id } = await first.open("customers.csv", csv(5));
  await first.check(id);
  await first.drafts.correctCell({ draftId: id, index: 1, field: "first_name", value: "Eva" });
  await first.drafts.leaveOut({ draftId: id, indexes: [0], leftOut: true });
  await first.close();
  const again = openWorkshop(first.dir);
  const page = await again.drafts.rows({ draftId: id, filter: "all", offset: 0, limit: 2 });
  expect(page.rows.map((row) => [row.leftOut, row.corrected, row.values[1]])).toEqual([
    [true, [], "Ana 1"],
    [false, [1], "Eva"],
  ]);
  const { check } = await again.drafts.get({ draftId: id });
  expect(check).toMatchObject({ kind: "done", counts: { total: 5, leftOut: 1, toSend: 4 } });
});

test("several drafts stand beside each other, the last worked on first", async () => {
  const { open, drafts } = openWorkshop();
  const a = await open("a.csv", csv(1));
  const b = await open("b.csv", csv(2));
  expect((await drafts.list()).map((each) => each.fileName)).toEqual(["b.csv", "a.csv"]);
  await drafts.setStep({ draftId: a.id, step: "columns" });
  expect((await drafts.list()).map((each) => each.id)).toEqual([a.id, b.id]);
  await drafts.remove({ draftId: b.id });
  expect((await drafts.list()).map((each) => each.id)).toEqual([a.id]);
});

test("a file changed on disk stops the import until it is read again; the mapping stays", async () => {
  const { open, drafts, dir } = openWorkshop();
  const draft = await open("customers.csv", csv(2));
  const mapping = [{ field: "code" as const, columns: [0], transforms: [] }];
  await drafts.setMapping({ draftId: draft.id, mapping });
  writeFileSync(`${dir}/customers.csv`, csv(9));
  const changed = await drafts.get({ draftId: draft.id });
  expect(changed.fileState).toBe("changed");
  expect(changed.missing.file.map((each) => each.code)).toEqual(["list-changed"]);
  await expect(drafts.check({ draftId: draft.id })).rejects.toMatchObject({
    code: "draft-incomplete",
  });
  const read = await drafts.setReading({ draftId: draft.id });
  expect(read.fileState).toBe("same");
  expect(read.mapping).toEqual(mapping);
  expect(read.reading.firstRows).toHaveLength(10);
});

test("a file with other headers than before gets a mapping of its own", async () => {
  const { open, drafts, dir } = openWorkshop();
  const draft = await open("customers.csv", csv(2));
  writeFileSync(`${dir}/customers.csv`, "card_number,city\n1,Reno\n");
  const read = await drafts.setReading({ draftId: draft.id });
  expect(read.mapping.map((each) => each.field)).toEqual(["card_number", "city"]);
});

test("a file that has gone is chosen again elsewhere: mapping and corrections stay", async () => {
  const { open, drafts, dir, check } = openWorkshop();
  const { id: draftId } = await open("customers.csv", csv(2));
  await check(draftId);
  await drafts.correctCell({ draftId, index: 0, field: "first_name", value: "Zoe" });
  renameSync(`${dir}/customers.csv`, `${dir}/moved.csv`);
  utimesSync(`${dir}/moved.csv`, new Date(1_000_000), new Date(1_000_000));
  const before = await drafts.get({ draftId });
  const fileId = drafts.registerFile(`${dir}/moved.csv`);
  const chosen = await drafts.chooseFile({ draftId, fileId });
  expect(chosen).toMatchObject({ fileName: "moved.csv", fileState: "same", missing: { file: [] } });
  expect(chosen.mapping).toEqual(before.mapping);
  expect(chosen.check.kind).toBe("done");
  const { rows } = await drafts.rows({ draftId, filter: "all", offset: 0, limit: 10 });
  expect(rows[0]?.values).toContain("Zoe");
});

test("another list chosen for a draft keeps the mapping of the columns that it has", async () => {
  const { open, drafts, dir, check } = openWorkshop();
  const { id: draftId, fileName } = await open("customers.csv", "a,b\nX,Ana\n");
  const of = (field: "code" | "first_name", column: number) => ({
    ...{ field, columns: [column], transforms: [] },
  });
  await drafts.setMapping({ draftId, mapping: [of("code", 0), of("first_name", 1)] });
  await check(draftId);
  writeFileSync(`${dir}/other.csv`, "city,a\nReno,Y\n");
  const fileId = drafts.registerFile(`${dir}/other.csv`);
  const chosen = await drafts.chooseFile({ draftId, fileId });
  expect(chosen.mapping.map(({ field, columns }) => [field, columns])).toEqual([
    ["code", [1]],
    ["city", [0]],
  ]);
  expect(chosen.remembered).toMatchObject({
    ...{ id: null, name: fileName, addedHeaders: ["city"], goneHeaders: ["b"] },
  });
  expect(chosen.check.kind).toBe("none");
});

test("a missing file blocks a draft that was not checked, and warns one that was", async () => {
  const { open, drafts, dir, check } = openWorkshop();
  const draft = await open("customers.csv", csv(2));
  await check(draft.id);
  rmSync(`${dir}/customers.csv`);
  const checked = await drafts.get({ draftId: draft.id });
  expect(checked.fileState).toBe("missing");
  expect(checked.missing.file.map((each) => each.severity)).toEqual(["warning"]);
  await drafts.setMapping({
    draftId: draft.id,
    mapping: [{ field: "code", columns: [0], transforms: [] }],
  });
  const unchecked = await drafts.get({ draftId: draft.id });
  expect(unchecked.missing.file.map((each) => each.severity)).toEqual(["error"]);
});

test("a touched file with the same size counts as changed", async () => {
  const { open, drafts, dir } = openWorkshop();
  const draft = await open("customers.csv", csv(2));
  utimesSync(`${dir}/customers.csv`, new Date(1_000_000), new Date(1_000_000));
  expect((await drafts.get({ draftId: draft.id })).fileState).toBe("changed");
});

test("mapping and rules for repeated rows outdate a check; campaigns do not", async () => {
  const { open, drafts, check } = openWorkshop();
  const draft = await open("customers.csv", csv(3));
  expect(await check(draft.id)).toMatchObject({ kind: "done" });
  const { options } = draft;
  const campaigns = await drafts.setOptions({
    draftId: draft.id,
    options: { ...options, campaigns: ["7", "8"] },
  });
  expect(campaigns.check.kind).toBe("done");
  const repeated = await drafts.setOptions({
    draftId: draft.id,
    options: { ...options, repeatedRows: "keep-first" },
  });
  expect(repeated.check.kind).toBe("none");
  await expect(
    drafts.rows({ draftId: draft.id, filter: "all", offset: 0, limit: 1 }),
  ).rejects.toMatchObject({ code: "draft-not-checked" });
});

test("overwriting names the fields that customers lose", async () => {
  const { open, drafts } = openWorkshop();
  const draft = await open("customers.csv", csv(1));
  expect(draft.emptied).toEqual([]);
  const options = { ...draft.options, duplicates: "yes" as const };
  const { emptied } = await drafts.setOptions({ draftId: draft.id, options });
  expect(emptied).toContain("last_name");
  expect(emptied).not.toContain("email");
});

test("the preview shows the first rows as they will be sent, secrets masked", async () => {
  const { open, drafts } = openWorkshop();
  const list = "code,customer_PIN,email\n 1 ,1234,x@example.com\n2,,broken\n";
  const draft = await open("customers.csv", list);
  await drafts.setMapping({
    draftId: draft.id,
    mapping: (["code", "customer_PIN", "email"] as const).map((field, at) => ({
      field,
      columns: [at],
      transforms: [],
    })),
  });
  const { rows } = await drafts.preview({ draftId: draft.id, limit: 5 });
  expect(rows.map((row) => row.values)).toEqual([
    ["1", "••••", "x@example.com"],
    ["2", "", "broken"],
  ]);
  expect(rows[1]?.problems.map((each) => each.field)).toEqual(["email"]);
});

test("nothing of a list stands in clear in the database", async () => {
  const { open, check, drafts, dir, close } = openWorkshop();
  const draft = await open("customers.csv", csv(4));
  await check(draft.id);
  await drafts.correctCell({ draftId: draft.id, index: 0, field: "first_name", value: "Zanzibar" });
  await close();
  const { readFileSync, readdirSync } = await import("node:fs");
  const bytes = readdirSync(`${dir}/data`, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => readFileSync(`${each.parentPath}/${each.name}`, "latin1"))
    .join("");
  for (const text of ["ana1@example.com", "Ana 1", "Zanzibar"]) expect(bytes).not.toContain(text);
});

test("the sample list makes a draft", async () => {
  const { drafts } = openWorkshop();
  const draft = await drafts.createSample();
  expect(draft.fileName).toBe("customers-sample.xlsx");
  expect(draft.mapping.length).toBeGreaterThan(3);
});

test("a draft that does not exist is told as such", async () => {
  const { drafts } = openWorkshop();
  await expect(drafts.get({ draftId: 99 })).rejects.toMatchObject({ code: "not-found" });
  await expect(drafts.create({ fileId: "guess" })).rejects.toMatchObject({ code: "not-found" });
});
