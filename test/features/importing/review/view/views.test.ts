import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import type { CallInput } from "../../../../../preload/contract.ts";
import type { RowView } from "../../../../../preload/types.ts";
import { csv, openWorkshop, type Workshop } from "../../workshop.ts";

const HEAD = "code,first_name,city,custom_date,auto_add";

/** A checked list of these lines, and short ways to ask about it. */
async function checkedList({ open, check, drafts }: Workshop, lines: readonly string[]) {
  const { id: draftId } = await open("customers.csv", [HEAD, ...lines, ""].join("\n"));
  await check(draftId);
  const rows = async (view: RowView = {}, filter: CallInput<"drafts.rows">["filter"] = "all") => {
    const page = await drafts.rows({ draftId, filter, view, offset: 0, limit: 100 });
    return { total: page.total, numbers: page.rows.map(({ row }) => row), page };
  };
  const column = async (field: "code" | "city" | "auto_add", view: RowView) => {
    const { page } = await rows(view);
    return page.rows.map(({ values }) => values[page.fields.indexOf(field)]);
  };
  const find = (text: string, more: Partial<CallInput<"drafts.find">> = {}) =>
    drafts.find({ draftId, filter: "all", text, from: 0, back: false, ...more });
  return { draftId, rows, column, find };
}

const CITIES = ["Bern", "Zürich", "", "bern", "Genève", "Aarau"];

test("a text is found in any cell of all rows, without regard to case and accents", async () => {
  const workshop = openWorkshop();
  const { open, check, drafts } = workshop;
  const { id: draftId } = await open(
    "customers.csv",
    csv(20_000, (row) =>
      row % 5_000 === 4_321 ? [`C${row}`, "Zoë", `zoe${row}@example.com`, "1980-02-03"] : null,
    ),
  );
  await check(draftId);
  const find = (text: string, from = 0, back = false) =>
    drafts.find({ draftId, filter: "all", text, from, back });
  expect(await find("ZOE")).toMatchObject({ place: 4_320, column: 1, ordinal: 1 });
  const settled = async (from: number, back: boolean) => {
    let found = await find("zoe", from, back);
    while (!found.done) {
      await nextTurn();
      found = await find("zoe", from, back);
    }
    return found;
  };
  expect(await settled(4_321, false)).toEqual({
    ...{ place: 9_320, column: 1, ordinal: 2, total: 4, elsewhere: 0, done: true },
  });
  expect(await settled(4_319, true)).toMatchObject({ place: 19_320, ordinal: 4 });
  expect(await settled(19_321, false)).toMatchObject({ place: 4_320, ordinal: 1 });
  expect(await find("nobody of that name")).toMatchObject({ place: null, total: 0, done: true });
  expect(await find("ana19999@")).toMatchObject({ place: 19_998, column: 2 });
});

test("what a person corrected is found, and what stood there before is not", async () => {
  const workshop = openWorkshop();
  const list = await checkedList(workshop, ["C1,Ana,Bern,,", "C2,Eva,Bern,,"]);
  const { draftId } = list;
  await workshop.drafts.correctCell({ draftId, index: 1, field: "city", value: "Aarau" });
  expect(await list.find("aarau")).toMatchObject({ place: 1, column: 2, total: 1 });
  expect(await list.find("bern")).toMatchObject({ place: 0, total: 1 });
});

test("a quote, a backslash and a comma are found as they stand in a cell, and in no other place", async () => {
  const list = await checkedList(openWorkshop(), [
    'C1,"Ana ""Nita""",Bern,,',
    "C2,Eva\\Maria,Bern,,",
    'C3,"Bern, Anton",Bern,,',
  ]);
  expect(await list.find('"nita"')).toMatchObject({ place: 0, total: 1 });
  expect(await list.find("a\\m")).toMatchObject({ place: 1, total: 1 });
  expect(await list.find(",")).toMatchObject({ place: 2, column: 1, total: 1 });
  expect(await list.find("[")).toMatchObject({ place: null });
  expect(await list.find("first_name")).toMatchObject({ place: null });
});

test("passwords and PINs are neither found nor counted, ordered or filtered", async () => {
  const { open, check, drafts } = openWorkshop();
  const text = "code,first_name,customer_PIN\nC1,Ana,4711\nC2,Eva,4712\n";
  const { id: draftId, mapping } = await open("customers.csv", text);
  expect(mapping.map(({ field }) => field)).toContain("customer_PIN");
  await check(draftId);
  const all = { draftId, filter: "all" } as const;
  expect(await drafts.find({ ...all, text: "471", from: 0, back: false })).toMatchObject({
    total: 0,
  });
  const refused = { code: "bad-input" };
  const field = "customer_PIN" as const;
  await expect(drafts.shownValues({ ...all, field, text: "" })).rejects.toMatchObject(refused);
  const page = { offset: 0, limit: 10 };
  const sorted = drafts.rows({ ...all, ...page, view: { sort: { field, descending: false } } });
  await expect(sorted).rejects.toMatchObject(refused);
});

test("rows are ordered as a person expects, blanks last both ways", async () => {
  const lines = CITIES.map((city, at) => `C${[10, 9, 100, 2, 1, 20][at]},Ana,${city},,${at}`);
  const list = await checkedList(openWorkshop(), lines);
  const by = (field: "code" | "city", descending = false) => ({ sort: { field, descending } });
  expect(await list.column("code", by("code"))).toEqual(["C1", "C2", "C9", "C10", "C20", "C100"]);
  expect(await list.column("city", by("city"))).toEqual([
    ...["Aarau", "bern", "Bern", "Genève", "Zürich", ""],
  ]);
  expect(await list.column("city", by("city", true))).toEqual([
    ...["Zürich", "Genève", "Bern", "bern", "Aarau", ""],
  ]);
});

test("filters by values and by a kind of problem hold exactly the rows they should, with a tile and an order", async () => {
  const workshop = openWorkshop();
  const list = await checkedList(workshop, [
    "C1,Ana,Bern,1980-02-03,",
    "C2,Eva,Bern,1980-13-45,",
    "C3,Ida,Chur,1980-13-45,",
    "C4,Leo,bern,1980-13-45,",
    "C5,Max,Bern,1980-02-03,",
  ]);
  const values = [{ field: "city", values: ["Bern", "bern"] }] as const;
  expect((await list.rows({ values })).numbers).toEqual([2, 3, 5, 6]);
  expect((await list.rows({ values }, "errors")).numbers).toEqual([3, 5]);
  const sort = { field: "code", descending: true } as const;
  expect((await list.rows({ values, sort })).numbers).toEqual([6, 5, 3, 2]);
  const [kind] = await workshop.drafts.problemKinds({ draftId: list.draftId });
  if (kind === undefined) throw new Error("There is no problem.");
  const { code, field, column, severity } = kind;
  const problem = { code, field, column, severity };
  expect((await list.rows({ problem }, "errors")).numbers).toEqual([3, 4, 5]);
  expect((await list.rows({ problem, values }, "errors")).numbers).toEqual([3, 5]);
  await workshop.drafts.leaveOut({ draftId: list.draftId, indexes: [1], leftOut: true });
  expect((await list.rows({ problem }, "errors")).numbers).toEqual([4, 5]);
  expect(await list.find("bern", { filter: "errors", view: { problem } })).toMatchObject({
    ...{ place: 1, total: 1, elsewhere: 3 },
  });
});

test("the values of a column are told with their rows, the most frequent first", async () => {
  const workshop = openWorkshop();
  const list = await checkedList(workshop, [
    ..."C1,Ana,Bern,, C2,Eva,Bern,, C3,Ida,Chur,, C4,Leo,,, C5,Max,Bern,,".split(" "),
  ]);
  const ask = (text: string, view: RowView = {}) =>
    workshop.drafts.shownValues({
      ...{ draftId: list.draftId, filter: "all", field: "city", text, view },
    });
  expect(await ask("")).toEqual({
    values: [
      { value: "Bern", rows: 3 },
      { value: "", rows: 1 },
      { value: "Chur", rows: 1 },
    ],
    more: 0,
  });
  expect((await ask("CHU")).values).toEqual([{ value: "Chur", rows: 1 }]);
  // What is chosen of the column itself hides none of its values.
  const chosen = [{ field: "city", values: ["Chur"] }] as const;
  expect((await ask("", { values: chosen })).values).toHaveLength(3);
});

test("a corrected row stays where a person corrects it, until they look at something else", async () => {
  const workshop = openWorkshop();
  const list = await checkedList(workshop, ["C1,Ana,Bern,,", "C2,Eva,Bern,,", "C3,Ida,Chur,,"]);
  const view = { values: [{ field: "city", values: ["Bern"] }] } as const;
  expect((await list.rows(view)).numbers).toEqual([2, 3]);
  const { draftId } = list;
  await workshop.drafts.correctCell({ draftId, index: 0, field: "city", value: "Chur" });
  expect((await list.rows(view)).numbers).toEqual([2, 3]);
  await list.rows();
  expect((await list.rows(view)).numbers).toEqual([3]);
  await workshop.drafts.undo({ draftId });
  expect((await list.rows(view)).numbers).toEqual([2, 3]);
});

test("an order of many rows goes on behind the first ones as it began", async () => {
  const { open, check, drafts } = openWorkshop();
  const number = (row: number) => (row * 7_919) % 20_000;
  const { id: draftId } = await open(
    "customers.csv",
    csv(20_000, (row) => [`C${number(row)}`, "Ana", "ana@example.com", "1980-02-03"]),
  );
  await check(draftId);
  const view = { sort: { field: "code", descending: false } } as const;
  const page = (offset: number) =>
    drafts.rows({ draftId, filter: "all", view, offset, limit: 200 });
  const pages = await Promise.all([page(0), page(200), page(400), page(19_900)]);
  const codes = pages.map(({ rows }) => rows.map(({ values }) => values[0]));
  const expected = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => `C${from + at}`);
  expect(codes.slice(0, 3)).toEqual([expected(0, 200), expected(200, 400), expected(400, 600)]);
  expect(codes[3]).toEqual(expected(19_900, 20_000));
  expect(pages.map(({ total }) => total)).toEqual([20_000, 20_000, 20_000, 20_000]);
});

test("views that are asked for at once each get their own rows", async () => {
  const list = await checkedList(openWorkshop(), [
    "C1,Ana,Bern,,",
    "C2,Eva,Chur,,",
    "C3,Ida,Bern,,",
  ]);
  const sort = { field: "code", descending: true } as const;
  const of = (city: string) => [{ field: "city", values: [city] }] as const;
  const views = [{ sort }, { sort, values: of("Bern") }, { values: of("Chur") }, { sort }];
  const pages = await Promise.all(views.map((view) => list.rows(view)));
  expect(pages.map(({ numbers }) => numbers)).toEqual([[4, 3, 2], [4, 2], [3], [4, 3, 2]]);
});

test("rows that are written anew are read anew, though their column is known", async () => {
  const workshop = openWorkshop();
  const { db, vault } = workshop;
  const list = await checkedList(workshop, ["C1,Ana,Bern,,", "C2,Eva,Chur,,"]);
  const of = (city: string) => ({ values: [{ field: "city" as const, values: [city] }] });
  expect((await list.rows(of("Bern"))).numbers).toEqual([2]);
  // As a customer is forgotten.
  const sealed = db.prepare("SELECT sealed_rows FROM staged_rows").pluck().get() as Buffer;
  const stored = vault.openJson<{ rows: [number, string[]][] }>(sealed);
  const rows = stored.rows.map(([row, values]) => [row, row === 2 ? values.map(() => "") : values]);
  db.prepare("UPDATE staged_rows SET sealed_rows = ?").run(vault.sealJson({ ...stored, rows }));
  // An answer that was given stays until somebody looks at something else.
  await list.rows();
  await workshop.drafts.correctCell({
    ...{ draftId: list.draftId, index: 1, field: "city", value: "Basel" },
  });
  expect((await list.rows(of("Bern"))).numbers).toEqual([]);
  expect((await list.rows(of("Basel"))).numbers).toEqual([3]);
});

test("rows that cannot be opened are told as such, and others are found after that", async () => {
  const workshop = openWorkshop();
  const { db } = workshop;
  const list = await checkedList(workshop, ["C1,Ana,Bern,,"]);
  const sealed = db.prepare("SELECT sealed_rows FROM staged_rows").pluck().get() as Buffer;
  const write = db.prepare("UPDATE staged_rows SET sealed_rows = ?");
  write.run(Buffer.from(sealed.map((byte, at) => (at === 40 ? byte ^ 1 : byte))));
  await expect(list.find("ana")).rejects.toMatchObject({ code: "sealed-data-unreadable" });
  write.run(sealed);
  expect(await list.find("eva")).toMatchObject({ place: null });
  expect(await list.find("bern")).toMatchObject({ place: 0 });
});
