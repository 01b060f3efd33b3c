import { expect, test } from "vitest";
import { bookFile } from "../../helpers/xlsx-bytes.ts";
import { workbook } from "./shape/flat-workbook.ts";
import { judge, judgeFile } from "./shape/judged.ts";

const ROWS = ["7001,Ann,Lake", "7002,Ben,Hill", "7003,Cy,Moor"].map((row) => row.split(","));
const FONTS =
  '<font><sz val="11"/></font><font><strike/></font><font><strike val="0"/></font><font><b/></font>';
/** The fonts of the styles 1 to 4, of which only the second is struck through. */
const OF = [0, 1, 2, 3];

/** @param struck the style of each row's cells */
function list(styles: readonly number[], asText = true): string {
  const all = [["Card Number", "First Name", "Last Name"], ...ROWS];
  const lines = all.map((cells, at) => {
    const style = at === 0 ? 0 : (styles[at - 1] ?? 0);
    const each = cells.map((cell) =>
      asText || at === 0 || cell.startsWith("7") === false
        ? `<c s="${style}" t="inlineStr"><is><t>${cell}</t></is></c>`
        : `<c s="${style}"><v>${cell}</v></c>`,
    );
    return `<row>${each.join("")}</row>`;
  });
  return lines.join("");
}

test.each([
  ["texts", true],
  ["numbers", false],
])("rows of %s that are struck through are told, and read", async (_, asText) => {
  const sheet = list([2, 0, 2], asText);
  const judged = await judgeFile(bookFile({ sheet, fonts: { xml: FONTS, of: OF } }));
  expect(judged.reading.notices).toMatchObject([
    { code: "struck-rows", severity: "warning", params: { count: 2, row: 2 } },
  ]);
  expect(judged.sent).toEqual([2, 3, 4]);
});

test("bold values, and a strike that is taken back, are none", async () => {
  const path = bookFile({ sheet: list([3, 4, 1]), fonts: { xml: FONTS, of: OF } });
  expect((await judgeFile(path)).reading.notices).toEqual([]);
});

test("a struck row of an OpenDocument workbook is told as well, by its style or by the one above", async () => {
  const styles = `<office:automatic-styles><style:style style:name="gone" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style><style:style style:name="left" style:family="table-cell" style:parent-style-name="gone"/><style:style style:name="back" style:family="table-cell" style:parent-style-name="gone"><style:text-properties style:text-line-through-style="none"/></style:style></office:automatic-styles>`;
  const names = ["left", "gone", "back"];
  let row = -1;
  const text = workbook(["List", ["Card Number", "First Name", "Last Name"], ...ROWS])
    .replace("<office:body>", `${styles}<office:body>`)
    .replace(
      "xmlns:table=",
      'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:table=',
    )
    .replaceAll(/<table:table-row><table:table-cell/g, (start) => {
      const name = names[row++];
      return name === undefined ? start : `${start} table:style-name="${name}"`;
    });
  const judged = await judge(text, { name: "list.fods" });
  expect(judged.reading.notices).toMatchObject([
    { code: "struck-rows", params: { count: 2, row: 2 } },
  ]);
  expect(judged.sent).toEqual([2, 3, 4]);
});
