import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { utils, write } from "xlsx";
import { openArchive } from "../../main/pipeline/sources/zip/archive.ts";
import { repacked } from "../../main/pipeline/sources/zip/repack.ts";
import { readingEnd, readRows } from "../helpers/processes/read-rows.ts";
import { bookParts, tempFile } from "../helpers/xlsx-bytes.ts";
import { type ZipPart, zipBytes } from "../helpers/zip-writer.ts";

const ROWS = [
  ["Name", "Code"],
  ["Ann Lee", "00123"],
];
const sheet = utils.aoa_to_sheet(ROWS);
const XLSB = write(utils.book_new(sheet, "One"), { type: "buffer", bookType: "xlsb" }) as Buffer;
const xlsb = (bytes: Buffer): string => tempFile("list.xlsb", bytes);

async function partsOf(bytes: Buffer): Promise<ZipPart[]> {
  const archive = await openArchive(tempFile("parts.zip", bytes));
  try {
    const parts: ZipPart[] = [];
    for (const name of archive.names) parts.push({ name, data: await archive.read(name, 1e7) });
    return parts;
  } finally {
    archive.close();
  }
}

/** The archive with its last directory entry once more for every name, all of the same bytes. */
function overlapping(bytes: Buffer, names: readonly string[]): Buffer {
  const end = bytes.lastIndexOf("PK\x05\x06");
  const start = bytes.readUInt32LE(end + 16);
  const last = bytes.lastIndexOf("PK\x01\x02", end);
  const more = names.map((name) => {
    const head = Buffer.from(bytes.subarray(last, last + 46));
    head.writeUInt16LE(name.length, 28);
    return Buffer.concat([head, Buffer.from(name)]);
  });
  const tail = Buffer.from(bytes.subarray(end));
  const count = tail.readUInt16LE(10) + names.length;
  tail.writeUInt16LE(count, 8);
  tail.writeUInt16LE(count, 10);
  tail.writeUInt32LE(end - start + Buffer.concat(more).length, 12);
  return Buffer.concat([bytes.subarray(0, end), ...more, tail]);
}

describe("an archive that says two things", () => {
  it("is whole to begin with", async () => {
    expect(await readRows(xlsb(XLSB))).toEqual(ROWS);
    expect(await readRows(xlsb(zipBytes(await partsOf(XLSB))))).toEqual(ROWS);
  });

  it("is refused where two parts have one name, in whatever case or slashes", async () => {
    const parts = await partsOf(XLSB);
    const book = bookParts({ sheet: "<row><c><v>1</v></c></row>" });
    for (const name of ["xl/workbook.bin", "XL/Workbook.BIN", "xl\\workbook.bin"]) {
      const twice = zipBytes([...parts, { name, data: "x" }]);
      expect([name, await readingEnd(xlsb(twice))]).toEqual([name, "file-damaged"]);
    }
    const again = zipBytes([...book, { name: "xl/Workbook.xml", data: "<workbook/>" }]);
    expect(await readingEnd(tempFile("list.xlsx", again))).toBe("file-damaged");
  });

  it("is refused where parts lie in each other", async () => {
    const names = Array.from({ length: 2_000 }, (_, at) => `xl/worksheets/s${at}.bin`);
    expect(await readingEnd(xlsb(overlapping(XLSB, names)))).toBe("file-damaged");
    const book = zipBytes(bookParts({ sheet: "<row><c><v>1</v></c></row>" }));
    expect(await readingEnd(tempFile("list.xlsx", overlapping(book, ["a.xml"])))).toBe(
      "file-damaged",
    );
  });

  it("is read as its directory has it, whatever stands before its parts", async () => {
    // A library that trusts the headers before the parts would take this one for the workbook.
    const parts = zipBytes([{ name: "xl/othername.bin", data: "x" }, ...(await partsOf(XLSB))]);
    const lying = Buffer.from(parts);
    lying.write("xl/workbook.bin\0", parts.indexOf("xl/othername.bin"), "latin1");
    expect(await readRows(xlsb(lying))).toEqual(ROWS);
    const packed = await repacked(xlsb(lying), 1e7);
    expect(packed.includes("xl/othername.bin")).toBe(true);
  });

  it("is refused where a part is larger than it says, before a library unpacks it", async () => {
    const parts = await partsOf(XLSB);
    const bomb: ZipPart = { name: "xl/media/a.bin", data: Buffer.alloc(40_000_000) };
    for (const claim of [{}, { size: 100 }]) {
      const end = await readingEnd(xlsb(zipBytes([...parts, { ...bomb, claim }])));
      expect(end).toMatch(/^file-(?:too-large|damaged)$/);
    }
  });
});

describe("the process that reads old workbooks", () => {
  it("ends when it takes more memory than it may, outside of V8's heap too", () => {
    const script = join(import.meta.dirname, "../helpers/processes/hungry-process.ts");
    const { signal, status, stdout } = spawnSync(process.execPath, [script], {
      encoding: "utf8",
      timeout: 60_000,
    });
    expect(stdout).toBe("");
    if (process.platform === "win32") expect(status).not.toBe(0);
    else expect(signal).toBe("SIGKILL");
  });
});
