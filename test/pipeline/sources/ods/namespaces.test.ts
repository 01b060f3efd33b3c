import { expect, it } from "vitest";
import { openSource } from "../../../../main/pipeline/sources/open.ts";
import { readRows } from "../../../helpers/processes/read-rows.ts";
import { tempFile } from "../../../helpers/xlsx-bytes.ts";
import { zipBytes } from "../../../helpers/zip-writer.ts";

const OASIS = "urn:oasis:names:tc:opendocument:xmlns";
const USUAL = {
  office: `${OASIS}:office:1.0`,
  table: `${OASIS}:table:1.0`,
  text: `${OASIS}:text:1.0`,
  style: `${OASIS}:style:1.0`,
  number: `${OASIS}:datastyle:1.0`,
  draw: `${OASIS}:drawing:1.0`,
  calcext: "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
  loext: "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
};
const DECLARED = Object.entries(USUAL)
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(" ");

const STYLES =
  '<number:number-style style:name="N1"><number:number number:min-integer-digits="5"/></number:number-style><style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>';

function odsFile(rows: string, change: (content: string) => string = (content) => content): string {
  const content = `<office:document-content ${DECLARED}><office:automatic-styles>${STYLES}</office:automatic-styles><office:body><office:spreadsheet><table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings><table:table table:name="A">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
  return tempFile(
    "list.ods",
    zipBytes([
      { name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet" },
      { name: "META-INF/manifest.xml", data: "<manifest:manifest/>" },
      { name: "content.xml", data: change(content) },
    ]),
  );
}

const row = (...cells: readonly string[]): string =>
  `<table:table-row>${cells.join("")}</table:table-row>`;
const text = (inner: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${inner}</text:p></table:table-cell>`;
const zip =
  '<table:table-cell table:style-name="ce1" office:value-type="float" office:value="501"><text:p>501</text:p></table:table-cell>';

/** A file whose prefixes are others; the namespaces stay. */
function renamed(content: string): string {
  return Object.keys(USUAL).reduce(
    (changed, prefix) =>
      changed.replace(new RegExp(`(?<=[</ :])${prefix}(?=[:=])`, "g"), (found, at: number) =>
        /[</ :]/.test(changed[at - 1] ?? "") ? `n-${found}` : found,
      ),
    content,
  );
}

it("an OpenDocument file is read with any prefixes", async () => {
  const path = odsFile(row(text('a<text:s text:c="2"/>b'), zip), (content) =>
    renamed(content).replaceAll(/urn:oasis:names:tc:opendocument:xmlns:n-/g, `${OASIS}:`),
  );
  expect(await readRows(path)).toEqual([["a  b", "00501"]]);
});

it("elements and attributes of other namespaces are taken for none of the sheet's", async () => {
  const other = 'xmlns:o="urn:other"';
  const path = odsFile(
    `<o:table-row ${other}><o:table-cell><o:p>ghost</o:p></o:table-cell></o:table-row>${row(
      `<table:table-cell ${other} o:value-type="float" office:value-type="float" o:value="9" office:value="1"><o:p>ghost</o:p><text:p>1</text:p></table:table-cell>`,
      `<o:table-cell ${other}><text:p>ghost</text:p></o:table-cell>`,
      text("b"),
    )}<o:table ${other} table:name="Ghost"><table:table-row>${text("ghost")}</table:table-row></o:table>`,
    (content) =>
      content.replace(
        "</office:automatic-styles>",
        `<o:style ${other} style:name="ce1" style:family="table-cell" style:data-style-name="N9"/><o:number-style ${other} style:name="N1"><number:number number:min-integer-digits="9"/></o:number-style></office:automatic-styles>`,
      ),
  );
  const source = await openSource(path);
  expect(source.sheets.map(({ name }) => name)).toEqual(["A"]);
  await source.close();
  expect(await readRows(path)).toEqual([["1", "b"]]);
});

it("what an unknown element holds inside a text is part of the text", async () => {
  const path = odsFile(row(text('Jo<o:x xmlns:o="urn:other"><text:span>s</text:span></o:x>é')));
  expect(await readRows(path)).toEqual([["José"]]);
});
