import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ExportWhat } from "../../../main/features/history/export/table-of.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { rowsOf } from "./rows-of.ts";
import { type Workshop, workshop } from "./workshop.ts";

const LIST = [
  "code,first_name,custom_date,customer_PIN",
  "A,@SUM(1),1990-02-03,1234",
  "B,Bea,1990-02-31,2345",
  "C,+Cleo,1991-05-06,3456",
].join("\n");

async function exported(
  { history, dir }: Workshop,
  importId: number,
  what: ExportWhat,
): Promise<readonly (readonly string[])[]> {
  const path = join(dir, `${what}.xlsx`);
  await history.exportTo({ importId, what, format: "xlsx" }, path);
  return await rowsOf(path);
}

const HEADER = ["code", "first_name", "custom_date", "customer_PIN (left empty)"];

test("all rows come in list order with what became of each, secrets left out", async () => {
  const shop = workshop(await practiceServer());
  const id = await shop.put(LIST);
  await shop.send();
  const [header, ...rows] = await exported(shop, id, "all");
  expect(header).toEqual([...HEADER, "Row", "State", "Reason"]);
  expect(rows.map((row) => row.slice(0, 6))).toEqual([
    ["A", "@SUM(1)", "1990-02-03", "", "2", "Accepted"],
    ["B", "Bea", "1990-02-31", "", "3", "Invalid"],
    ["C", "+Cleo", "1991-05-06", "", "4", "Accepted"],
  ]);
  expect(rows[1]?.[6]).toContain("no such day");
});

test("the invalid rows come with their reasons, ready to be corrected and imported again", async () => {
  const shop = workshop(await practiceServer());
  const id = await shop.put(LIST);
  const rows = await exported(shop, id, "invalid");
  expect(rows.map((row) => row[0])).toEqual(["code", "B"]);
});

test("rows that a condition left out come alone, with that reason", async () => {
  const shop = workshop(await practiceServer());
  const conditions = [{ column: "city", kind: "is", value: "Bern" }] as const;
  const id = await shop.put("code,city\nA,Bern\nB,Basel\nC,Bern\n", { options: { conditions } });
  const [header, ...rows] = await exported(shop, id, "left-out");
  expect(header?.slice(0, 2)).toEqual(["code", "city"]);
  expect(rows.map((row) => row.slice(0, 4))).toEqual([["B", "Basel", "3", "Left out"]]);
  expect(rows[0]?.[4]).toContain("does not meet the conditions");
});

test("the rejected rows come with the API's words", async () => {
  const shop = workshop(await practiceServer());
  const id = await shop.put(LIST, { options: { campaigns: ["999"] } });
  await shop.send();
  const [, ...rows] = await exported(shop, id, "rejected");
  expect(rows.map((row) => [row[0], row[5]])).toEqual([
    ["A", "Rejected"],
    ["C", "Rejected"],
  ]);
  expect(rows[0]?.[6]).toContain("rejected");
});

test("generated ids stand beside the rows they belong to", async () => {
  const server = await practiceServer();
  const shop = workshop(server);
  const id = await shop.put("first_name,card_number\nAna,\nBea,0077\nCleo,\n", {
    batchRows: 2,
    options: { generateCardNumbers: 8 },
  });
  await shop.send();
  const [header, ...rows] = await exported(shop, id, "generated");
  expect(header).toEqual([
    "first_name",
    "card_number",
    "Row",
    "Generated code",
    "Generated card number",
  ]);
  const known = server.customers().map((each) => each.fields);
  expect(rows.map((row) => [row[0], row[2]])).toEqual([
    ["Ana", "2"],
    ["Bea", "3"],
    ["Cleo", "4"],
  ]);
  expect(rows.map((row) => row[3])).toEqual(known.map((each) => each.code));
  expect(rows[0]?.[4]).toBe(known[0]?.card_number);
});

test("generated ids are listed page by page with the customers they belong to", async () => {
  const server = await practiceServer();
  const shop = workshop(server);
  const importId = await shop.put(
    "first_name,last_name,email,card_number\nAna,Lopez,ana@example.com,\n,,b@example.com,0077\nCleo,,,\n",
    { batchRows: 2, options: { generateCardNumbers: 8 } },
  );
  await shop.send();
  const codes = server.customers().map((each) => each.fields.code);
  const all = await shop.history.generated({ importId, offset: 0, limit: 100 });
  expect(all.total).toBe(3);
  expect(all.items).toMatchObject([
    { row: 2, name: "Ana Lopez", email: "ana@example.com", code: codes[0] },
    { row: 3, name: "", email: "b@example.com", code: codes[1] },
    { row: 4, name: "Cleo", email: "", code: codes[2] },
  ]);
  expect(all.items.map(({ cardNumber }) => cardNumber?.length ?? null)).toEqual([8, null, 8]);
  const last = await shop.history.generated({ importId, offset: 1, limit: 2 });
  expect(last).toEqual({ items: all.items.slice(1), total: 3 });
  const one = await shop.history.generated({ importId, offset: 1, limit: 1 });
  expect(one).toEqual({ items: all.items.slice(1, 2), total: 3 });
});

test("a text file holds no formula and no secret", async () => {
  const shop = workshop(await practiceServer());
  const id = await shop.put(LIST);
  const path = join(shop.dir, "all.csv");
  await shop.history.exportTo({ importId: id, what: "all", format: "csv" }, path);
  const text = readFileSync(path, "utf8");
  expect(text).toContain("A,'@SUM(1),1990-02-03,,2,Queued,");
  expect(text).toContain("C,'+Cleo,");
  expect(text).not.toMatch(/1234|2345|3456/);
});

test("nothing of that kind is told before a file is made", async () => {
  const shop = workshop();
  const id = await shop.put("code\nA\n");
  for (const what of ["invalid", "left-out", "rejected", "generated"] as const) {
    await expect(exported(shop, id, what)).rejects.toMatchObject({ code: "export-empty" });
  }
});

test("rows that are not kept any more are counted in a note", async () => {
  const shop = workshop();
  const id = await shop.put("code\nA\nB\nC\n", { batchRows: 2 });
  shop.db
    .prepare("DELETE FROM batch_rows WHERE batch_id = (SELECT id FROM batches WHERE position = 1)")
    .run();
  const rows = await exported(shop, id, "all");
  expect(rows.map((row) => row[0])).toEqual(["code", "C"]);
  const notes = await rowsOf(join(shop.dir, "all.xlsx"), { sheet: "About this file" });
  expect(notes.flat().join()).toContain("1 batches");
});

test.each([
  [`${"a".repeat(179)}😀.xlsx`, "a".repeat(179)],
  [`${"名".repeat(80)}.csv`, "名".repeat(60)],
  ["half \ud83d pair.csv", "half \ufffd pair"],
  ["con.xlsx", "_con"],
  [".csv", "list"],
])("an export of a list named %j gets a name that is whole and fits", async (fileName, stem) => {
  const shop = workshop();
  const id = await shop.put("code\nA\n", { fileName });
  const saved = await shop.history.export(
    { importId: id, what: "all", format: "csv" },
    async (_, name) => ({ fileName: name, saved: true, downloadPath: null }),
  );
  expect(saved.fileName).toBe(`${stem}-${id}-all.csv`);
  expect(Buffer.byteLength(saved.fileName)).toBeLessThan(256);
});

test("an export by the window gets a name made of the list's and its own", async () => {
  const shop = workshop();
  const id = await shop.put("code\nA\n", { fileName: "März/liste:1.xlsx" });
  const saved = await shop.history.export(
    { importId: id, what: "all", format: "csv" },
    async (path, fileName) => {
      expect(readFileSync(path, "utf8")).toContain("A,2,Queued");
      return { fileName, saved: true, downloadPath: null };
    },
  );
  expect(saved.fileName).toBe(`März_liste_1-${id}-all.csv`);
});
