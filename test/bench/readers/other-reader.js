// One of the readers that a developer would pick, only reading a list: node other-reader.js NAME FILE
import { createReadStream, readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** Readers that were fetched for the bench lie elsewhere. */
const fetched = (name) => createRequire(process.env.BENCH_READERS)(name);

const READERS = {
  async "sheetjs-dense"(path) {
    const { default: XLSX } = await import("xlsx");
    const book = XLSX.read(readFileSync(path), { dense: true });
    return XLSX.utils.decode_range(book.Sheets[book.SheetNames[0]]["!ref"]).e.r;
  },
  async "sheetjs-plain"(path) {
    const { default: XLSX } = await import("xlsx");
    const book = XLSX.read(readFileSync(path));
    return XLSX.utils.decode_range(book.Sheets[book.SheetNames[0]]["!ref"]).e.r;
  },
  async exceljs(path) {
    const ExcelJS = fetched("exceljs");
    const options = { sharedStrings: "cache", styles: "cache", worksheets: "emit" };
    let rows = 0;
    for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(path, options)) {
      for await (const row of sheet) rows += row.values.length > 0 ? 1 : 0;
    }
    return rows - 1;
  },
  async hucre(path) {
    const { streamXlsxRows } = fetched("hucre/xlsx");
    let rows = 0;
    for await (const row of streamXlsxRows(readFileSync(path))) {
      rows += row.values.length > 0 ? 1 : 0;
    }
    return rows - 1;
  },
  async "read-excel-file"(path) {
    const read = fetched("read-excel-file/node");
    const sheets = await (read.default ?? read)(path);
    const rows = Array.isArray(sheets[0]) ? sheets : sheets[0].data;
    return rows.length - 1;
  },
  async papaparse(path) {
    const Papa = fetched("papaparse");
    let rows = 0;
    await new Promise((resolve, reject) => {
      Papa.parse(createReadStream(path, { encoding: "utf8" }), {
        skipEmptyLines: true,
        step: () => {
          rows += 1;
        },
        complete: resolve,
        error: reject,
      });
    });
    return rows - 1;
  },
  async "csv-parse"(path) {
    const { parse } = fetched("csv-parse");
    let rows = 0;
    for await (const row of createReadStream(path).pipe(parse())) rows += row.length > 0 ? 1 : 0;
    return rows - 1;
  },
};

const [name, path] = process.argv.slice(2);
process.stdout.write(String(await READERS[name](path)));
