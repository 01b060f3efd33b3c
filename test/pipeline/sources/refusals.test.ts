import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { utils, write as writeBook } from "xlsx";
import { openSource } from "../../../main/pipeline/sources/open.ts";
import { readFirst } from "../../../main/pipeline/sources/read-first.ts";
import { NO_RIGHTS, onPosix } from "../../helpers/posix.ts";
import { readingEnd, readRows } from "../../helpers/processes/read-rows.ts";
import { tempDir } from "../../helpers/temp-dir.ts";
import { bookFile, bookParts, tempFile } from "../../helpers/xlsx-bytes.ts";
import { writeZip, zipBytes } from "../../helpers/zip-writer.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures/sources");
const fixture = (name: string): string => join(FIXTURES, name);
const ROW = '<row><c t="inlineStr"><is><t>a</t></is></c></row>';

describe("files that are refused, each by its own cause", () => {
  it("missing, a folder, empty", async () => {
    const dir = tempDir();
    mkdirSync(join(dir, "folder.xlsx"));
    expect(await readingEnd(join(dir, "none.xlsx"))).toBe("file-missing");
    expect(await readingEnd(join(dir, "folder.xlsx"))).toBe("file-is-folder");
    expect(await readingEnd(tempFile("empty.csv", ""))).toBe("file-empty");
  });

  onPosix(
    { title: "a pipe, without waiting for it", reason: "no file is a pipe" },
    async ({ pipe }) => {
      const path = join(tempDir(), "pipe.csv");
      pipe(path);
      expect(await readingEnd(path)).toBe("file-not-a-list");
    },
  );

  onPosix(
    { title: "without the right to read it", reason: NO_RIGHTS, asUser: true },
    async ({ chmod }) => {
      const path = tempFile("list.csv", "a,b\n1,2\n");
      chmod(path, 0);
      expect(await readingEnd(path)).toBe("file-no-permission");
    },
  );

  it.each(["encrypted.xls", "encrypted.ods"])("%s", async (name) => {
    expect(await readingEnd(fixture(name))).toBe("file-encrypted");
  });

  it.each(["encrypted.xlsx", "encrypted-agile.xlsx"])("%s without its password", async (name) => {
    expect(await readingEnd(fixture(name))).toBe("file-password-needed");
  });

  it("a zip with a password", async () => {
    const parts = bookParts({ sheet: ROW }).map((part) => ({ ...part, flags: 1 }));
    expect(await readingEnd(tempFile("list.xlsx", zipBytes(parts)))).toBe("file-encrypted");
  });

  it.each([
    ["list.csv", "%PDF-1.7\n%\xe2\xe3\n", "file-not-a-list"],
    ["list.xlsx", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "file-not-a-list"],
    ["list.csv", "\0\x01\x02\x03\x04\x05".repeat(100), "file-not-a-list"],
    ["list.csv", '{"customers": [{"name": "Ann"}]}', "file-not-a-list"],
    ["list.csv", "BEGIN:VCARD\nFN:Ann\nEND:VCARD\n", "file-not-a-list"],
    [
      "list.html",
      "<!doctype html><html><body><p>Hello</p></body></html>",
      "file-format-unsupported",
    ],
    ["list.xml", '<?xml version="1.0"?><customers><one/></customers>', "file-not-a-list"],
    ["list.xml", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><Workbook/>', "file-damaged"],
    ["list.doc", "{\\rtf1 Hello}", "file-not-a-list"],
    ["list.xlsx", "PK\x03\x04 and nothing more", "file-damaged"],
  ])("%s that holds %j", async (name, content, code) => {
    expect(await readingEnd(tempFile(name, Buffer.from(content, "latin1")))).toBe(code);
  });

  it.each([
    ["a text document", [{ name: "word/document.xml", data: "<w/>" }], "file-not-a-list"],
    ["a zip with a list in it", [{ name: "list.csv", data: "a,b" }], "file-is-archive"],
    ["a Numbers file", [{ name: "Index/Document.iwa", data: "x" }], "file-format-unsupported"],
    [
      "an OpenDocument text",
      [
        { name: "mimetype", data: "application/vnd.oasis.opendocument.text" },
        { name: "content.xml", data: "<x/>" },
      ],
      "file-not-a-list",
    ],
  ])("%s", async (_, parts, code) => {
    expect(await readingEnd(tempFile("list.xlsx", zipBytes(parts)))).toBe(code);
  });

  it("a workbook without a worksheet", async () => {
    const parts = bookParts({ sheet: "" }).map((part) =>
      part.name === "xl/workbook.xml" ? { ...part, data: "<workbook><sheets/></workbook>" } : part,
    );
    expect(await readingEnd(tempFile("list.xlsx", zipBytes(parts)))).toBe("file-no-sheets");
  });

  it("a part that does not match its checksum or its size", async () => {
    for (const claim of [{ crc: 1 }, { size: 5 }, { size: 50_000 }]) {
      const parts = bookParts({ sheet: ROW }).map((part) =>
        part.name.includes("sheet1") ? { ...part, claim } : part,
      );
      expect(await readingEnd(tempFile("list.xlsx", zipBytes(parts)))).toBe("file-damaged");
    }
  });

  it("what unpacks to far more than a list can be, whatever it claims", async () => {
    const blanks = " ".repeat(1024 * 1024);
    const bomb = Array.from({ length: 64 }, () => blanks);
    for (const name of ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"]) {
      const path = join(tempDir(), "list.xlsx");
      const parts = bookParts({ sheet: '<row><c t="s"><v>0</v></c></row>' });
      await writeZip(
        path,
        parts.map((part) => (part.name === name ? { ...part, data: bomb } : part)),
      );
      expect([name, await readingEnd(path)]).toEqual([name, "file-too-large"]);
    }
    const path = join(tempDir(), "list.ods");
    const type = "application/vnd.oasis.opendocument.spreadsheet";
    await writeZip(path, [
      { name: "mimetype", data: type },
      { name: "content.xml", data: bomb, claim: { size: 100 } },
    ]);
    expect(await readingEnd(path)).toBe("file-damaged");
  });

  it("a cell that is repeated a billion times, before it takes time or memory", async () => {
    const cell =
      '<table:table-cell office:value-type="string" table:number-columns-repeated="1024"><text:p>a</text:p></table:table-cell>';
    const sheet = `<table:table table:name="A"><table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row></table:table>`;
    const parts = [
      { name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet" },
      { name: "META-INF/manifest.xml", data: "<manifest:manifest/>" },
      { name: "styles.xml", data: "<office:document-styles/>" },
      {
        name: "content.xml",
        data: `<office:document-content><office:body><office:spreadsheet>${sheet}</office:spreadsheet></office:body></office:document-content>`,
      },
    ];
    const end = await readingEnd(tempFile("list.ods", zipBytes(parts)));
    expect(end).toMatch(/^file-too-(?:slow|large)$/);
  });

  it("a reading that is cancelled", async () => {
    const cancel = new AbortController();
    cancel.abort();
    for (const path of [
      bookFile({ sheet: ROW }),
      fixture("traits.xls"),
      tempFile("a.csv", "a,b"),
    ]) {
      const reading = async (): Promise<void> => {
        const source = await openSource(path, { signal: cancel.signal });
        for await (const _ of source.rows(source.sheets[0]?.name ?? "")) break;
      };
      await expect(reading()).rejects.toMatchObject({ code: "reading-cancelled" });
    }
  });
});

describe("files whose name says something else than they hold", () => {
  const table =
    "<html><head><meta charset=utf-8></head><body><table><tr><td>Name</td><td>Zip</td></tr><tr><td>José</td><td>00501</td></tr></table></body></html>";
  const sheet2003 =
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table><Row><Cell><Data ss:Type="String">Name</Data></Cell><Cell><Data ss:Type="String">Zip</Data></Cell></Row><Row><Cell><Data ss:Type="String">José</Data></Cell><Cell><Data ss:Type="String">00501</Data></Cell></Row></Table></Worksheet></Workbook>';

  it.each([
    [
      "a workbook named .csv",
      "list.csv",
      (): Buffer => readFileSync(bookFile({ sheet: ROW + ROW })),
      [["a"], ["a"]],
    ],
    [
      "text named .xls",
      "list.xls",
      () => "Name\tZip\nJosé\t00501\n",
      [
        ["Name", "Zip"],
        ["José", "00501"],
      ],
    ],
    [
      "a web page named .xls",
      "list.xls",
      () => table,
      [
        ["Name", "Zip"],
        ["José", "00501"],
      ],
    ],
    [
      "XML of Excel 2003 named .xls",
      "list.xls",
      () => sheet2003,
      [
        ["Name", "Zip"],
        ["José", "00501"],
      ],
    ],
    [
      "an .xls named .xlsx",
      "list.xlsx",
      (): Buffer => readFileSync(fixture("dates-1904.xls")),
      null,
    ],
  ])("%s is read by what it holds, which is told", async (_, name, content, rows) => {
    const path = tempFile(name, content());
    if (rows !== null) expect(await readRows(path)).toEqual(rows);
    expect((await readFirst(path)).notices.map((notice) => notice.code)).toEqual([
      "content-differs",
    ]);
  });
});

describe(".xls and .xlsb by SheetJS's own writer", () => {
  it.each(["xlsb", "biff8", "biff5"] as const)("%s reads", async (bookType) => {
    // Its writer of the older format knows ASCII letters alone.
    const name = bookType === "biff5" ? "Jose" : "José";
    const sheet = utils.aoa_to_sheet([
      ["Name", "Zip", "Birthday", "Active"],
      [name, 501, 29358, true],
    ]);
    const zip = sheet.B2 as { z?: string };
    const birthday = sheet.C2 as { z?: string };
    zip.z = "00000";
    birthday.z = "yyyy-mm-dd";
    const book = utils.book_new(sheet, "A");
    const bytes = writeBook(book, { type: "buffer", bookType }) as Buffer;
    const path = tempFile(bookType === "xlsb" ? "list.xlsb" : "list.xls", bytes);
    expect(await readRows(path)).toEqual([
      ["Name", "Zip", "Birthday", "Active"],
      [name, "00501", "1980-05-17", "TRUE"],
    ]);
  });
});

describe("a file that is cut short anywhere", () => {
  it.each([
    ["traits.xlsx", 131],
    ["traits.ods", 997],
    ["traits.xls", 1021],
    ["encrypted.xlsx", 701],
  ])("%s ends with an error for people, and never with a part of the list", async (name, step) => {
    const bytes = readFileSync(fixture(name));
    for (let length = 1; length < bytes.length - 512; length += step) {
      const end = await readingEnd(tempFile(name, bytes.subarray(0, length)));
      expect([length, end]).toEqual([
        length,
        expect.stringMatching(/^file-(?:damaged|not-a-list|encrypted)$|^read$/),
      ]);
      // The first bytes of a zip or OLE file are short texts of their own.
      if (length > 600) expect([length, end]).not.toEqual([length, "read"]);
    }
  });

  it("and one with a damaged byte anywhere reads or is refused", async () => {
    const bytes = readFileSync(fixture("traits.xlsx"));
    for (let at = 0; at < bytes.length; at += 53) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      const end = await readingEnd(tempFile("traits.xlsx", changed));
      expect([at, end]).toEqual([
        at,
        expect.stringMatching(/^(?:file-[a-z-]+|sheet-missing|read)$/),
      ]);
    }
  });
});
