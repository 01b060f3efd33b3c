import { expect, test } from "vitest";
import { CFB, utils, write } from "xlsx";
import { codes, judge } from "./shape/judged.ts";

const NUMBER = 0x0203;
const FORMULA = 0x0006;
/** MS-XLS 2.5.133, as libraries write what they do not calculate. */
const EMPTY_TEXT = [3, 0, 0, 0, 0, 0, 0xff, 0xff];

/** A .xls file whose numbers in column B are formulas: with their results, or without. */
function formulas(
  rows: readonly (readonly (string | number)[])[],
  hasResult: (n: number) => boolean,
) {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), "Customers");
  const container = CFB.read(write(book, { type: "buffer", bookType: "biff8" }), {
    type: "buffer",
  });
  const entry = CFB.find(container, "/Workbook");
  const stream = Buffer.from(Uint8Array.from(entry?.content ?? []));
  const parts: Buffer[] = [];
  for (let at = 0; at + 4 <= stream.length; ) {
    const id = stream.readUInt16LE(at);
    const end = at + 4 + stream.readUInt16LE(at + 2);
    const body = stream.subarray(at + 4, end);
    if (id !== NUMBER || body.readUInt16LE(2) !== 1) parts.push(stream.subarray(at, end));
    else {
      const place = body.subarray(0, 6);
      const result = hasResult(body.readUInt16LE(0))
        ? body.subarray(6, 14)
        : Buffer.from(EMPTY_TEXT);
      // The formula itself: the number 1.
      const rest = Buffer.from([0, 0, 0, 0, 0, 0, 3, 0, 0x1e, 1, 0]);
      const head = Buffer.alloc(4);
      head.writeUInt16LE(FORMULA, 0);
      head.writeUInt16LE(place.length + result.length + rest.length, 2);
      parts.push(head, place, result, rest);
    }
    at = end;
  }
  const made = CFB.utils.cfb_new();
  CFB.utils.cfb_add(made, "/Workbook", Buffer.concat(parts));
  return Buffer.from(CFB.write(made, { type: "buffer" }) as Buffer);
}

const ROWS = [
  ["First Name", "Card Number", "Email"],
  ["Ann", 7000001, "ann@example.com"],
  ["Ben", 7000002, "ben@example.com"],
  ["Cat", 7000003, "cat@example.com"],
];

test("formulas of a .xls file that was never calculated are told", async () => {
  const judged = await judge(
    formulas(ROWS, () => false),
    { name: "list.xls" },
  );
  expect(judged.findings).toMatchObject([
    { code: "formulas-without-results", params: { count: 3 } },
  ]);
});

test.each<readonly [string, (row: number) => boolean]>([
  ["all have results", () => true],
  ["some are empty, as conditions leave them", (row) => row > 1],
])("nothing is told where %s", async (_, hasResult) => {
  const judged = await judge(formulas(ROWS, hasResult), { name: "list.xls" });
  expect(codes(judged)).toEqual([]);
});
