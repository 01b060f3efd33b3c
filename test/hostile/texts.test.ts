import { describe, expect, it } from "vitest";
import { looksLikeCredentials } from "../../main/pipeline/api/credentials.ts";
import { jsonpArgument } from "../../main/pipeline/api/reply/json.ts";
import { trimOuter } from "../../main/pipeline/mapping/clean.ts";
import { dateShape } from "../../main/pipeline/mapping/dates/shape.ts";
import { proposeMapping } from "../../main/pipeline/mapping/propose.ts";
import { applyTransform } from "../../main/pipeline/mapping/transforms.ts";
import { headerNotices } from "../../main/pipeline/sources/headers/header-notices.ts";
import { proposeHeaderRow } from "../../main/pipeline/sources/headers/header-row.ts";
import { listColumns } from "../../main/pipeline/sources/headers/headers.ts";
import { readFirst } from "../../main/pipeline/sources/read-first.ts";
import {
  withClosedCells,
  withoutInlineTags,
} from "../../main/pipeline/sources/sheetjs/html-cells.ts";
import { findMarkup } from "../../main/pipeline/sources/text/markup.ts";
import { createRowCheck } from "../../main/pipeline/staging/thread/checked-rows.ts";
import { STANDARD_FIELDS } from "../../preload/fields.ts";
import type { ImportOptions, Mapping, Transform } from "../../preload/types.ts";
import { tempFile } from "../helpers/xlsx-bytes.ts";

/** Far beyond any cell: where time grows with the square, this takes minutes. */
const LENGTH = 100_000;
/** Linear work takes some milliseconds; a busy machine may need a hundred times that. */
const ENOUGH_MS = 5_000;

const of = (unit: string): string => unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
const EVIL: readonly (readonly [string, string])[] = [
  ...[
    "x",
    "T",
    " ",
    ",",
    "@",
    ".",
    "@.",
    "*",
    "-",
    "1",
    "0",
    "#",
    "(",
    "A",
    "Aa",
    "a ",
    "a,",
    "\t",
  ],
  ...[
    "\u00a0",
    "\u200b",
    "'",
    '"',
    "/",
    " or ",
    "Â",
    "é",
    "1:",
    "1-",
    "E+",
    "<td ",
    "<b ",
    "&",
    "_",
  ],
].flatMap((unit): (readonly [string, string])[] => [
  [unit, of(unit)],
  [`a${unit}1`, `a${of(unit)}1`],
]);

const FIELDS: Mapping = STANDARD_FIELDS.map((field, at) => ({
  field,
  columns: [at % 2],
  transforms: [],
  confidence: "certain",
  ...(field === "custom_date" ? { dateFormat: "DD/MM/YYYY" as const } : {}),
}));
const OPTIONS: ImportOptions = {
  connectionId: null,
  campaigns: [],
  duplicates: "update",
  generateCardNumbers: null,
  keepUndoState: true,
  repeatedRows: "keep-all",
};
const TRANSFORMS: readonly Transform[] = [
  { kind: "trim" },
  { kind: "collapse-blanks" },
  { kind: "digits-only" },
  ...(["upper", "lower", "title"] as const).map((to) => ({ kind: "case", to }) as const),
  ...(["blank", "comma"] as const).flatMap((by) =>
    (["first", "rest", "last"] as const).map((take) => ({ kind: "split", by, take }) as const),
  ),
];

/** What a list's text meets, from the first look to the check of a row. */
const WORK: Readonly<Record<string, (text: string) => unknown>> = {
  "finding the header row": (text) =>
    proposeHeaderRow([
      { number: 1, cells: [text, "Name"] },
      { number: 2, cells: ["Email", text] },
    ]),
  "naming the columns": (text) => listColumns([{ number: 1, cells: [text, text] }], 1),
  "telling values among headers": (text) => headerNotices([{ header: text }], 1),
  "proposing by a header": (text) =>
    proposeMapping([{ index: 0, header: text, samples: [] }], [["x"]], []),
  "proposing by values": (text) =>
    ["Full name", "Email", "Phone", "Birthday", "Card number", "Code", "Street"].map((header) =>
      proposeMapping([{ index: 0, header, samples: [] }], [[text], ["a"], [text]], []),
    ),
  "mapping and checking a row": (text) =>
    createRowCheck({ headerRow: 1, mapping: FIELDS, options: OPTIONS, columns: [] })({
      number: 2,
      cells: [text, `'${text}`],
    }),
  "reading a date": dateShape,
  trimming: trimOuter,
  "changing a value": (text) => TRANSFORMS.map((transform) => applyTransform(text, transform)),
  "correcting an HTML table": (text) => withClosedCells(withoutInlineTags(text)),
  "telling markup from a list": (text) => {
    try {
      return findMarkup({ encoding: "utf-8", head: Buffer.from(`<meta ${text}`) } as never);
    } catch (error) {
      return error;
    }
  },
  "reading a reply's words": (text) => [looksLikeCredentials(text), jsonpArgument(text)],
};

describe("texts made to hold the program up take no longer than others of their length", () => {
  it.each(Object.entries(WORK))("%s", (_, work) => {
    for (const [name, text] of EVIL) {
      const start = performance.now();
      work(text);
      const time = performance.now() - start;
      expect(time, `${JSON.stringify(name)} repeated`).toBeLessThan(ENOUGH_MS);
    }
  });

  it("a list of 111 bytes with a name of sixty commas is looked at at once", async () => {
    const names = "Ann Lee\nBob Ray\nCy Poe".split("\n");
    const list = ["Code,Full name", ...names.map((name, at) => `${at},${name}`)];
    const path = tempFile("list.csv", `${list.join("\n")}\n4,"${",".repeat(60)}1"\n`);
    const start = performance.now();
    const { columns, firstRows } = await readFirst(path);
    proposeMapping(
      columns,
      firstRows.slice(1).map(({ cells }) => cells),
      [],
    );
    expect(performance.now() - start).toBeLessThan(ENOUGH_MS);
  });
});
