import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { practiceServer } from "../helpers/practice.ts";
import { tempDir } from "../helpers/temp-dir.ts";
import { workbook } from "../pipeline/sources/shape/flat-workbook.ts";
import { cli, SAMPLE, STORE, startCli } from "./cli.ts";

test("inspect tells sheets, headers, proposals and counts of the sample", async () => {
  const { status, document } = await cli().json<Record<string, unknown>>(["inspect", SAMPLE]);
  expect(status).toBe(0);
  expect(Object.keys(document)).toEqual([
    "file",
    "format",
    "encoding",
    "delimiter",
    "sheets",
    "sheet",
    "headerRow",
    "columns",
    "rowCount",
    "findings",
  ]);
  expect(document).toMatchObject({
    file: SAMPLE,
    format: "xlsx",
    encoding: null,
    delimiter: null,
    sheets: [{ name: "Customers", hidden: false, rows: 201, columns: 11 }],
    sheet: "Customers",
    headerRow: 1,
    rowCount: 200,
  });
  expect((document.columns as unknown[])[1]).toEqual({
    index: 1,
    header: "Card number",
    samples: ["0078386454", "0098014572", "0054231259"],
    field: "card_number",
    confidence: "certain",
  });
});

test("inspect tells a text file's encoding and delimiter, and null for a column it knows no field for", async () => {
  const { json, list } = cli();
  const path = list("list.csv", "Kundennummer;Xyzzy\n1;ä\n2;ö\n");
  const { document } = await json<Record<string, unknown>>(["inspect", path]);
  expect(document).toMatchObject({ format: "csv", delimiter: ";", rowCount: 2 });
  expect((document.columns as unknown[])[1]).toMatchObject({ header: "Xyzzy", field: null });
});

test("inspect counts hidden rows and columns in a warning", async () => {
  const path = join(import.meta.dirname, "../fixtures/sources/members.xlsx");
  const { run } = cli();
  const text = await run(["inspect", path]);
  expect([text.status, text.err]).toEqual([0, ""]);
  expect(text.out).toContain("10 rows of the sheet are hidden or filtered out.");
  const json = await run(["inspect", path, "--json"]);
  expect(json.err).toContain("10 rows of the sheet are hidden or filtered out.");
});

test("inspect says that a row of values was taken for the headers", async () => {
  const { run, list } = cli();
  const told = "Row 1 was taken for the column names, but it holds values.";
  const bare = list("bare.csv", "ana@example.com,Ana,5\nbo@example.com,Bo,6\n");
  expect((await run(["inspect", bare])).out).toContain(told);
  const named = list("named.csv", "Email,Name,2024-01-01\nana@example.com,Ana,5\n");
  expect((await run(["inspect", named])).out).not.toContain(told);
});

test("inspect names both fields of a full name that is split", async () => {
  const { run, list } = cli();
  const { out } = await run([
    "inspect",
    list("list.csv", "Full name,Born\nAna Gomez,1990-05-01\n"),
  ]);
  expect(out).toMatch(/^Full name +first_name, last_name +likely/m);
  expect(out).toMatch(/^Born +custom_date/m);
});

test("rows prints the sheet as read, one JSON array a line, blank rows as []", async () => {
  const { run, list } = cli();
  const path = list("list.csv", "code,name\n\n007,Ana,,\n");
  const { status, out } = await run(["rows", path]);
  expect(status).toBe(0);
  expect(out).toBe('["code","name"]\n[]\n["007","Ana"]\n');
  const sample = await run(["rows", SAMPLE]);
  const rows = sample.out.trimEnd().split("\n");
  expect(rows).toHaveLength(201);
  expect(JSON.parse(rows[1] ?? "")).toContain("2004-09-19");
});

test("a reader that has seen enough ends rows quietly", async () => {
  const { list } = cli();
  const path = list("long.csv", `code\n${"0123456789\n".repeat(200_000)}`);
  const { child, ended } = startCli(["rows", path]);
  child.stdout?.once("data", () => child.stdout?.destroy());
  const { status, err } = await ended;
  expect([status, err]).toEqual([0, ""]);
});

test("a slow reader gets every row and no warning", async () => {
  const { list } = cli();
  const path = list("long.csv", `code\n${"0123456789\n".repeat(200_000)}`);
  const { child, ended } = startCli(["rows", path]);
  child.stdout?.on("data", () => {
    child.stdout?.pause();
    setImmediate(() => child.stdout?.resume());
  });
  const { status, out, err } = await ended;
  expect([status, err, out.split("\n").length]).toEqual([0, "", 200_002]);
});

const BAD: readonly (readonly [string, (dir: string) => string])[] = [
  ["a missing file", (dir) => join(dir, "missing.xlsx")],
  ["a folder", (dir) => dir],
  ["an empty file", (dir) => written(dir, "empty.csv", "")],
  ["a file with headers only", (dir) => written(dir, "headers.csv", "code,name\n")],
  ["a damaged workbook", (dir) => written(dir, "broken.xlsx", "PK\u0003\u0004 and no more")],
  ["a picture", (dir) => written(dir, "photo.csv", Buffer.from("89504e470d0a1a0a0000000d", "hex"))],
];

test.each(BAD)(
  "%s is refused by every reading command with status 3 and one line",
  async (_, make) => {
    const dir = tempDir();
    const path = make(dir);
    const { run } = cli(dir);
    for (const args of [
      ["inspect", path],
      ["import", path, "--profile", "Practice"],
    ]) {
      const { status, out, err } = await run(args);
      expect([status, out]).toEqual([3, ""]);
      expect(err.trimEnd().split("\n")).toHaveLength(1);
    }
  },
);

function written(dir: string, name: string, content: string | Buffer): string {
  mkdirSync(dir, { recursive: true });
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
}

test("--header-row 0 reads a list without headers: its first row is a customer, its columns have letters", async () => {
  const server = await practiceServer();
  const { json, run, connect, list } = cli();
  await connect(server);
  const path = list("bare.csv", "C1,ana@example.com\nC2,ben@example.com\n");
  expect((await run(["inspect", path])).out).toContain("--header-row 0");
  const { document } = await json<Record<string, unknown>>(["inspect", path, "--header-row", "0"]);
  expect(document).toMatchObject({
    headerRow: 0,
    rowCount: 2,
    columns: [
      { header: "Column A", samples: ["C1", "C2"], field: null },
      { header: "Column B", field: "email" },
    ],
  });
  const maps = ["--map", "Column A=code", "--map", "Column B=email"];
  const sent = await json(["import", path, ...STORE, "--header-row", "0", ...maps]);
  expect([sent.status, sent.document.rows.total]).toEqual([0, 2]);
  expect(server.customers().map(({ fields }) => fields.email)).toEqual([
    "ana@example.com",
    "ben@example.com",
  ]);
});

/** A workbook whose first sheet holds no list, and two stores. */
const STORES = workbook(
  ["Welcome", ["Hello"]],
  [
    "North",
    ["Card Number", "Email"],
    ["7000001", "ann@example.com"],
    ["7000002", "not an address"],
  ],
  ["South", ["Email", "Card Number"], ["cat@example.com", "7000001"], ["nobody", "7000003"]],
);

test("several sheets are read as one list, and rows are told with their sheets", async () => {
  const { json, run, list } = cli();
  const path = list("stores.fods", STORES);
  const alone = await json<{ findings: readonly object[] }>(["inspect", path]);
  expect(alone.document).toMatchObject({ sheet: "North", rowCount: 2 });
  expect(alone.document.findings).toMatchObject([
    { code: "sheet-chosen" },
    { code: "sheets-alike", message: expect.stringContaining('--sheet "*"') },
  ]);
  const all = await json(["inspect", path, "--sheet", "*"]);
  expect(all.document).toMatchObject({
    sheets: [{ name: "Welcome" }, { name: "North" }, { name: "South" }],
    sheet: "North / South",
    rowCount: 4,
  });
  const words = [
    "import",
    path,
    "--profile",
    "Practice",
    "--campaign",
    "1106069098931231",
    "--sheet",
    "*",
  ];
  const { document } = await json<{ problems: readonly object[] }>([...words, "--queue-only"]);
  expect(document).toMatchObject({ rows: { total: 4, valid: 4 } });
  expect(document.problems).toEqual([
    expect.objectContaining({ row: 3, sheet: "North", code: "email-shape" }),
    expect.objectContaining({
      row: 2,
      sheet: "South",
      message: expect.stringContaining("Row 2 (North) has the same card number."),
    }),
    expect.objectContaining({ row: 3, sheet: "South", code: "email-shape" }),
  ]);
  expect((await json(["queue", "list"])).document).toMatchObject({
    batches: [{ firstRow: 2, firstSheet: "North", lastRow: 3, lastSheet: "South" }],
  });
  expect((await run(["queue", "list"])).out).toContain("3 (South)");
  expect((await run(["rows", path, "--sheet", "*"])).out.split("\n")[3]).toBe(
    '["7000001","cat@example.com"]',
  );
});

test("inspect tells the sheets of a workbook also where it refuses the one that was asked for", async () => {
  const { json, run, list } = cli();
  const path = list("stores.fods", STORES);
  const empty = list("forms.fods", workbook(["Form", ["Card Number"]], ["Other", ["Email"]]));
  for (const [file, words, status, names] of [
    [path, ["--sheet", "East"], 2, ["Welcome", "North", "South"]],
    [empty, [], 3, ["Form", "Other"]],
  ] as const) {
    const told = await json<{ sheets: readonly { name: string }[] }>(["inspect", file, ...words]);
    expect(told.status).toBe(status);
    expect(told.document.sheets.map(({ name }) => name)).toEqual(names);
    const { out } = await run(["inspect", file, ...words]);
    for (const name of names) expect(out).toContain(`Sheet ${name}: `);
  }
});

test("letters of a wrong encoding are told with what was meant, and --decode-back puts them right", async () => {
  const { json, list } = cli();
  const path = list("misread.csv", "Card Number,First Name\n7000001,Ã‰mile\n7000002,Ann\n");
  type Findings = { readonly findings: { readonly code: string; readonly message: string }[] };
  const told = await json<Findings>(["inspect", path]);
  expect(told.document.findings).toMatchObject([{ code: "rows-misread", rows: [2] }]);
  expect(told.document.findings[0]?.message).toContain("--decode-back");
  expect(told.document.findings[0]?.message).toContain("Ã‰mile → Émile");
  const back = await json<Findings>(["inspect", path, "--decode-back"]);
  expect(back.document.findings).toMatchObject([{ code: "rows-decoded-back" }]);
});

test("columns that are lined up with blanks are told, and --lined-up reads them", async () => {
  const { json, run, list } = cli();
  const path = list(
    "lined-up.txt",
    "Card Number  First Name  City\n" +
      "7000001      Ann         Bath\n7000002      Ben         Wells\n7000003      Cat         York\n",
  );
  type Told = {
    readonly findings: readonly { readonly code: string; readonly message: string }[];
    readonly columns: readonly { readonly header: string }[];
  };
  const told = await json<Told>(["inspect", path]);
  const finding = told.document.findings.find(({ code }) => code === "columns-lined-up");
  expect(finding?.message).toContain("--lined-up");
  const read = await json<Told>(["inspect", path, "--lined-up"]);
  const headers = read.document.columns.map(({ header }) => header);
  expect(headers).toEqual(["Card Number", "First Name", "City"]);
  const words = ["import", path, "--profile", "Practice", "--campaign", "1106069098931231"];
  const sent = await run([...words, "--lined-up", "--queue-only"]);
  expect(sent.status).toBe(0);
  expect(sent.out).toContain("3");
}, 60_000);

test("an encoding that nothing proves is asked for, and --encoding says it", async () => {
  const { json, run, list } = cli();
  const bytes = Buffer.concat([
    Buffer.from("Card Number,Name\n7000001,"),
    Buffer.from("d5d4c0da", "hex"),
  ]);
  const path = list("unsure.csv", bytes);
  const told = await json<{ readonly findings: object[] }>(["inspect", path]);
  expect(told.document.findings).toMatchObject([{ code: "encoding-unsure" }]);
  const words = ["import", path, "--profile", "Practice", "--campaign", "1106069098931231"];
  const refused = await run([...words, "--queue-only"]);
  expect(refused.status).toBe(3);
  expect(refused.err).toContain("--encoding");
  const said = await run([...words, "--queue-only", "--encoding", "gb18030"]);
  expect(said.status).toBe(0);
}, 60_000);
