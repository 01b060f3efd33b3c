import { readFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import XLSX from "xlsx";
import { speak } from "../../../../main/common/text.ts";
import { csv, openWorkshop } from "../workshop.ts";

const bad = (row: number) => [`C${row}`, `Ana ${row}`, `ana${row}@example.com`, "1980-13-45"];

test("pages and filters of 20,000 rows hold exactly the rows they should", async () => {
  const { open, check, drafts } = openWorkshop();
  const draft = await open(
    "customers.csv",
    csv(20_000, (row) => {
      if (row % 1000 === 7) return bad(row);
      return row % 500 === 3 ? [`C${row}`, `Ana ${row}`, "no mail", "1980-02-03"] : null;
    }),
  );
  const state = await check(draft.id);
  expect(state).toMatchObject({
    kind: "done",
    counts: { total: 20_000, valid: 19_980, invalid: 20, warnings: 40, toSend: 19_980 },
  });
  await drafts.leaveOut({ draftId: draft.id, indexes: [10, 19_999], leftOut: true });
  const ask = (filter: "all" | "valid" | "warnings" | "errors" | "leftOut", offset: number) =>
    drafts.rows({ draftId: draft.id, filter, offset, limit: 15 });
  const rowsOf = async (...about: Parameters<typeof ask>) => {
    const page = await ask(...about);
    return [page.total, ...page.rows.map((each) => each.row)];
  };
  // The header is row 1 of the sheet.
  expect(await rowsOf("errors", 10)).toEqual([
    20,
    ...Array.from({ length: 10 }, (_, at) => (10 + at) * 1000 + 7 + 1),
  ]);
  expect(await rowsOf("warnings", 30)).toEqual([
    40,
    ...Array.from({ length: 10 }, (_, at) => (30 + at) * 500 + 3 + 1),
  ]);
  expect(await rowsOf("leftOut", 0)).toEqual([2, 12, 20_001]);
  expect((await rowsOf("all", 19_995)).slice(1)).toEqual([19_997, 19_998, 19_999, 20_000, 20_001]);
  expect((await ask("valid", 0)).total).toBe(19_938);
  expect((await ask("errors", 0)).rows[0]).toMatchObject({
    index: 6,
    status: "error",
    problems: [{ row: 8, column: "custom_date", field: "custom_date", severity: "error" }],
  });
  const problems = await drafts.problems({ draftId: draft.id, offset: 59, limit: 10 });
  expect([problems.total, problems.items.length]).toEqual([60, 1]);
});

test("a correction corrects a row and unlocks sending; taking it back brings the problem again", async () => {
  const { open, check, drafts } = openWorkshop();
  const { id: draftId, mapping } = await open("customers.csv", csv(1));
  const text = [{ kind: "replace" as const, find: "-02-03", with: "-13-45" }];
  await drafts.setMapping({
    draftId,
    mapping: mapping.map((each) =>
      each.field === "custom_date" ? { ...each, transforms: text } : each,
    ),
  });
  expect(await check(draftId)).toMatchObject({ counts: { toSend: 0 } });
  expect((await drafts.get({ draftId })).missing.review.map((each) => each.code)).toEqual([
    "no-rows-to-send",
  ]);
  const corrected = await drafts.correctCell({
    draftId,
    index: 0,
    field: "custom_date",
    value: " 1980-12-31 ",
  });
  expect(corrected.row).toMatchObject({ status: "valid", corrected: [3], problems: [] });
  expect(corrected.row.values[3]).toBe("1980-12-31");
  expect(corrected.check).toMatchObject({ counts: { invalid: 0, toSend: 1 } });
  expect((await drafts.get({ draftId })).missing.review).toEqual([]);
  const back = await drafts.correctCell({
    draftId,
    index: 0,
    field: "custom_date",
    value: "1980-13-45",
  });
  expect(back.row).toMatchObject({ status: "error", corrected: [] });
  expect(back.check).toMatchObject({ counts: { invalid: 1, toSend: 0 } });
});

test("secret values are masked in pages and after an edit", async () => {
  const { open, check, drafts } = openWorkshop();
  const { id: draftId } = await open("customers.csv", "code,customer_PIN\n1,4321\n");
  await drafts.setMapping({
    draftId,
    mapping: [
      { field: "code", columns: [0], transforms: [] },
      { field: "customer_PIN", columns: [1], transforms: [] },
    ],
  });
  await check(draftId);
  const { rows } = await drafts.rows({ draftId, filter: "all", offset: 0, limit: 1 });
  expect(rows[0]?.values).toEqual(["1", "••••"]);
  const correction = { draftId, index: 0, field: "customer_PIN" as const, value: "99" };
  expect((await drafts.correctCell(correction)).row.values).toEqual(["1", "••••"]);
});

test("a corrected code finds repeats in the whole list, and lets go of them again", async () => {
  const { open, check, drafts } = openWorkshop();
  const { id: draftId } = await open("customers.csv", csv(1200));
  await check(draftId);
  const made = await drafts.correctCell({ draftId, index: 1100, field: "code", value: "C5" });
  expect(made.row.problems.map((each) => [each.code, each.params])).toEqual([
    ["repeated-code", { first: 6 }],
  ]);
  expect(made.check).toMatchObject({ counts: { warnings: 1 } });
  const undone = await drafts.correctCell({ draftId, index: 1100, field: "code", value: "C1101" });
  expect(undone.row).toMatchObject({ problems: [], status: "valid", corrected: [] });
  expect(undone.check).toMatchObject({ counts: { warnings: 0 } });
});

test("rows replaced by a later one are left out, may be put back, and come back with an edit", async () => {
  const { open, check, drafts } = openWorkshop();
  const draft = await open(
    "customers.csv",
    csv(1500, (row) => (row === 1400 ? ["C3", "Eva", "eva@example.com", "1990-01-01"] : null)),
  );
  const draftId = draft.id;
  await drafts.setOptions({ draftId, options: { ...draft.options, repeatedRows: "keep-last" } });
  expect(await check(draftId)).toMatchObject({
    counts: { total: 1500, leftOut: 1, toSend: 1499, warnings: 1 },
  });
  const leftOut = await drafts.rows({ draftId, filter: "leftOut", offset: 0, limit: 9 });
  expect(leftOut.rows.map((row) => [row.index, row.problems[0]?.code])).toEqual([
    [2, "repeated-replaced"],
  ]);
  const put = await drafts.leaveOut({ draftId, indexes: [2], leftOut: false });
  expect(put).toMatchObject({ counts: { toSend: 1500 } });
  await drafts.leaveOut({ draftId, indexes: [2], leftOut: true });
  const corrected = await drafts.correctCell({ draftId, index: 1399, field: "code", value: "NEW" });
  expect(corrected.check).toMatchObject({ counts: { leftOut: 0, warnings: 0, toSend: 1500 } });
});

test("corrections and rows left out are carried over to a new check of the same list", async () => {
  const { open, check, drafts } = openWorkshop();
  const draft = await open(
    "customers.csv",
    csv(4, (row) => (row === 2 ? bad(row) : null)),
  );
  const draftId = draft.id;
  await check(draftId);
  await drafts.correctCell({ draftId, index: 1, field: "custom_date", value: "1980-12-31" });
  await drafts.leaveOut({ draftId, indexes: [3], leftOut: true });
  await drafts.setOptions({ draftId, options: { ...draft.options, repeatedRows: "keep-first" } });
  expect(await check(draftId)).toMatchObject({ counts: { invalid: 0, leftOut: 1, toSend: 3 } });
  const page = await drafts.rows({ draftId, filter: "all", offset: 1, limit: 1 });
  expect(page.rows[0]).toMatchObject({ corrected: [3], status: "valid" });
});

test("the invalid rows are exported as texts, under the list's own headers where these say the field", async () => {
  const { open, check, drafts, saved } = openWorkshop();
  const list =
    'Customer code,Full name,customer_PIN,Birthday\n007,"=1+1",11,1980-99-99\n008,Eva,12,1980-01-01\n';
  const { id: draftId } = await open("customers.csv", list);
  await drafts.setMapping({
    draftId,
    mapping: (["code", "first_name", "customer_PIN", "custom_date"] as const).map((field, at) => ({
      field,
      columns: [at],
      transforms: [],
    })),
  });
  await check(draftId);
  const file = await drafts.exportInvalid({ draftId });
  expect(file.fileName).toBe("customers - invalid rows.xlsx");
  const book = XLSX.read(readFileSync(saved[0]?.path ?? ""), { cellFormula: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ""];
  if (sheet === undefined) throw new Error("no sheet");
  const rows = XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1, defval: "" });
  expect(rows[0]).toEqual([
    "Customer code",
    "first_name",
    "customer_PIN (left empty)",
    "Birthday",
    "Row",
    "Reason",
  ]);
  expect(rows[1]?.slice(0, 5)).toEqual(["007", "=1+1", "", "1980-99-99", "2"]);
  expect(rows).toHaveLength(2);
  expect(sheet.B2).toMatchObject({ t: "s" });
  expect(sheet.B2?.f).toBeUndefined();
});

test("corrected rows go where their list went, and are not changed a second time", async () => {
  const { open, check, drafts, saved } = openWorkshop();
  const list = 'Kundschaft,Nr,Stadt,Birthday\n"Doe, Jane",7,Bari,1980-99-99\n';
  const { id: draftId } = await open("customers.csv", list);
  await drafts.setMapping({
    draftId,
    mapping: [
      ...(["rest", "first"] as const).map((take, at) => ({
        field: at === 0 ? ("first_name" as const) : ("last_name" as const),
        columns: [0],
        transforms: [{ kind: "split" as const, by: "comma" as const, take }],
      })),
      { field: "code", columns: [1], transforms: [] },
      { field: "card_number", columns: [1], transforms: [] },
      {
        field: "city",
        columns: [2],
        transforms: [{ kind: "replace", find: "a", with: "aa" }],
      },
      { field: "custom_date", columns: [3], transforms: [] },
    ],
  });
  await drafts.keepMapping({ draftId, name: "Weekly" });
  await check(draftId);
  await drafts.exportInvalid({ draftId });
  const book = XLSX.read(readFileSync(saved[0]?.path ?? ""));
  const sheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {};
  const rows = XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1 });
  expect(rows[0]?.slice(0, 6)).toEqual([
    ...["first_name", "last_name", "code", "card_number", "city", "Birthday"],
  ]);
  const corrected = XLSX.utils.sheet_to_csv(sheet).replace("1980-99-99", "1980-12-31");
  const again = await open("corrected.csv", corrected);
  expect(again.remembered).toBeNull();
  const { rows: preview } = await drafts.preview({ draftId: again.id, limit: 1 });
  expect(preview[0]?.values).toEqual(["Jane", "Doe", "7", "7", "Baari", "1980-12-31"]);
});

test("the export speaks the person's language", async () => {
  const { open, check, drafts, saved } = openWorkshop();
  const { id: draftId } = await open(
    "customers.csv",
    csv(3, (row) => (row === 1 ? bad(row) : null)),
  );
  await check(draftId);
  await speak("es");
  onTestFinished(() => speak("en"));
  await drafts.exportInvalid({ draftId });
  const book = XLSX.read(readFileSync(saved[0]?.path ?? ""));
  const sheet = book.Sheets[book.SheetNames[0] ?? ""];
  const [headers, row] = XLSX.utils.sheet_to_json<string[]>(sheet ?? {}, { header: 1 });
  expect(book.SheetNames).toEqual(["Filas no válidas"]);
  expect(headers?.slice(-2)).toEqual(["Fila", "Motivo"]);
  expect(row?.at(-1)).toContain("fecha");
});

test("a correction of a row or field that is not there is refused", async () => {
  const { open, check, drafts } = openWorkshop();
  const { id: draftId } = await open("customers.csv", csv(1));
  await check(draftId);
  const correction = { draftId, index: 5, field: "code" as const, value: "x" };
  await expect(drafts.correctCell(correction)).rejects.toMatchObject({ code: "not-found" });
  await expect(
    drafts.correctCell({ ...correction, index: 0, field: "city" }),
  ).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(drafts.leaveOut({ draftId, indexes: [5], leftOut: true })).rejects.toMatchObject({
    code: "not-found",
  });
});
