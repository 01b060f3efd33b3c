import { describe, expect, it } from "vitest";
import { openSource } from "../../../../main/pipeline/sources/open.ts";
import { readingEnd, readRows, readSourceRows } from "../../../helpers/processes/read-rows.ts";
import { tempFile } from "../../../helpers/xlsx-bytes.ts";
import { zipBytes } from "../../../helpers/zip-writer.ts";

interface Sheet {
  /** What stands in `<table:table>`. */
  readonly rows: string;
  readonly styles?: string;
  readonly name?: string;
}

/** A small OpenDocument file written by hand; without a part for styles, which none asks for. */
function odsFile({ rows, styles = "", name = "A" }: Sheet): string {
  const content = `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="${name}">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return tempFile(
    "list.ods",
    zipBytes([
      { name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet" },
      { name: "META-INF/manifest.xml", data: "<manifest:manifest/>" },
      { name: "content.xml", data: content },
    ]),
  );
}

function row(...cells: readonly string[]): string {
  return `<table:table-row>${cells.join("")}</table:table-row>`;
}

function text(inner: string, attributes = ""): string {
  return `<table:table-cell office:value-type="string" ${attributes}><text:p>${inner}</text:p></table:table-cell>`;
}

function value(type: string, stored: string, attributes = "", shown = "shown"): string {
  const name = type === "float" || type === "percentage" ? "value" : `${type}-value`;
  return `<table:table-cell office:value-type="${type}" office:${name}="${stored}" ${attributes}><text:p>${shown}</text:p></table:table-cell>`;
}

/** Cells of style `ce1` show numbers by `style`, which is named N1. */
function cellStyle(style: string): string {
  return `${style}<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>`;
}

const CE1 = 'table:style-name="ce1"';

describe("an OpenDocument sheet", () => {
  it("reads texts as they are shown: blanks, tabs, lines, letters in spans, no notes", async () => {
    const rows = row(
      text('<text:s text:c="2"/>a <text:s/>b '),
      text("one</text:p><text:p>two<text:line-break/>three<text:tab/>four"),
      text("<text:span>Jos</text:span><text:a>é</text:a> &lt;b&gt; &amp;amp;"),
      text("x").replace(
        "<text:p>",
        "<office:annotation><text:p>a note</text:p></office:annotation><text:p>",
      ),
      text("  made\n   pretty\n"),
      text("007"),
    );
    expect(await readRows(odsFile({ rows }))).toEqual([
      ["  a  b ", "one\ntwo\nthree\tfour", "José <b> &amp;", "x", "made pretty ", "007"],
    ]);
  });

  it("reads numbers with the signs and zeros that were shown of them", async () => {
    const embedded = [2, 4, 6, 8]
      .map((at) => `<number:embedded-text number:position="${at}">-</number:embedded-text>`)
      .join("");
    const phone = `<number:number-style style:name="N1"><number:number number:min-integer-digits="1">${embedded}</number:number></number:number-style>`;
    const rows = row(
      value("float", "612345678", CE1, "06-12-34-56-78"),
      value("float", "612345678", CE1),
      value("float", "1250", CE1, "12-50"),
      value("float", "612345678", "", "06-12-34-56-78"),
    );
    expect(await readRows(odsFile({ rows, styles: cellStyle(phone) }))).toEqual([
      ["06-12-34-56-78", "6-12-34-56-78", "12-50", "612345678"],
    ]);
  });

  it("reads numbers with the zeros that their styles add", async () => {
    const ssn =
      '<number:number-style style:name="N1"><number:number number:min-integer-digits="9"><number:embedded-text number:position="4">-</number:embedded-text><number:embedded-text number:position="6">-</number:embedded-text></number:number></number:number-style>';
    const rows = row(value("float", "12345678", CE1), value("float", "0012.50"));
    expect(await readRows(odsFile({ rows, styles: cellStyle(ssn) }))).toEqual([
      ["012-34-5678", "12.5"],
    ]);
    const zip =
      '<number:number-style style:name="N1P0"><number:number number:min-integer-digits="5"/></number:number-style><number:number-style style:name="N1"><number:text>-</number:text><number:number number:min-integer-digits="5"/><style:map style:condition="value()&gt;=0" style:apply-style-name="N1P0"/></number:number-style>';
    const column = '<table:table-column table:default-cell-style-name="ce1"/>';
    expect(
      await readRows(
        odsFile({
          rows: column + row(value("float", "501"), value("float", "502")),
          styles: cellStyle(zip),
        }),
      ),
    ).toEqual([["00501", "502"]]);
  });

  it("reads truth as a word, however it is stored", async () => {
    const formula = 'table:formula="of:=TRUE()"';
    const style = '<number:boolean-style style:name="N1"><number:boolean/></number:boolean-style>';
    const rows = row(
      value("boolean", "true"),
      value("float", "1", formula, "TRUE"),
      value("float", "0", formula, "FALSCH"),
      value("float", "0", CE1),
      value("float", "1", formula, "1"),
    );
    expect(await readRows(odsFile({ rows, styles: cellStyle(style) }))).toEqual([
      ["TRUE", "TRUE", "FALSE", "FALSE", "1"],
    ]);
  });

  it("reads dates, times and lengths of time", async () => {
    const elapsed =
      '<number:time-style style:name="N1" number:truncate-on-overflow="false"><number:hours/><number:text>:</number:text><number:minutes number:style="long"/></number:time-style>';
    const rows = row(
      value("date", "1990-05-31"),
      value("date", "1990-06-01T12:30:00"),
      value("date", "1899-12-31"),
      value("time", "PT09H30M00S"),
      value("time", "PT9H5M0.4S"),
      value("time", "PT30H00M00S", CE1),
    );
    const [found] = await readSourceRows(odsFile({ rows, styles: cellStyle(elapsed) }));
    expect(found?.cells).toEqual([
      "1990-05-31",
      "1990-06-01T12:30:00",
      "1899-12-31",
      "09:30:00",
      "09:05:00",
      "30:00:00",
    ]);
    expect([...(found?.marks?.values() ?? [])]).toEqual(found?.cells.map(() => "date"));
  });

  it("reads dates as dates whatever the format that shows them", async () => {
    // A spreadsheet's "d. mmmm yyyy;@" becomes a style of texts that refers to one of dates.
    const style =
      '<number:text-style style:name="N1"><number:text-content/><style:map style:condition="value()&lt;=1.7976931348623157E+308" style:apply-style-name="N1P0"/></number:text-style>';
    const days = ["1990-06-01", "1990-06-01T12:30:00", "1900-01-15", "1900-03-01"];
    const rows = row(
      ...days.map((day) => value("date", day, CE1)),
      value("time", "PT09H30M00S", CE1),
    );
    expect(await readRows(odsFile({ rows, styles: cellStyle(style) }))).toEqual([
      [...days, "09:30:00"],
    ]);
  });

  it("marks errors and numbers that have lost digits", async () => {
    const rows = row(
      '<table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>',
      value("string", "#REF!", 'table:formula="of:=#REF!"'),
      value("float", "6036461234567890"),
      text("#N/A"),
    );
    const [found] = await readSourceRows(odsFile({ rows }));
    expect(found?.cells).toEqual(["#N/A", "#REF!", "6036461234567890", "#N/A"]);
    expect([...(found?.marks ?? [])]).toEqual([
      [0, "error"],
      [1, "error"],
      [2, "digits-lost"],
    ]);
  });

  it("gives a merged value to its first cell, and repeats what is repeated", async () => {
    const rows = [
      row(
        text("T", 'table:number-columns-spanned="2"'),
        '<table:covered-table-cell office:value-type="string"><text:p>gone</text:p></table:covered-table-cell>',
        text("x", 'table:number-columns-repeated="2"'),
        '<table:table-cell table:number-columns-repeated="16380"/>',
      ),
      '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>',
      `<table:table-row table:number-rows-repeated="2">${text("y")}</table:table-row>`,
      '<table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
    ];
    expect(await readRows(odsFile({ rows: rows.join("") }))).toEqual([
      ["T", "", "x", "x"],
      [],
      [],
      ["y"],
      ["y"],
    ]);
  });

  it("has the name that a person gave it", async () => {
    const source = await openSource(
      odsFile({ rows: row(text("a")), name: "It&apos;s &quot;quoted&quot; &amp; more" }),
    );
    expect(source.sheets).toEqual([
      { name: 'It\'s "quoted" & more', hidden: false, rows: 1, columns: 1 },
    ]);
    await source.close();
  });

  it("is refused where its XML ends in the middle or a cell lies outside of every sheet", async () => {
    expect(await readingEnd(odsFile({ rows: `${row(text("a"))}<table:table-row` }))).toBe(
      "file-damaged",
    );
    const wide = row(text("a", 'table:number-columns-repeated="20000"'));
    expect(await readingEnd(odsFile({ rows: wide }))).toBe("file-damaged");
  });
});
