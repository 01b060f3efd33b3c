import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { csvForm } from "../../../main/common/tables/csv-form.ts";
import { writeTable } from "../../../main/common/tables/write-table.ts";
import { speak } from "../../../main/common/text.ts";
import { tempDir } from "../../helpers/temp-dir.ts";

/** Programs of a computer; where one is missing its test is left out. */
const PYTHON = ["python3", "/usr/bin/python3"].find(
  (python) => spawnSync(python, ["-c", "import openpyxl"]).status === 0,
);
const OFFICE = ["soffice", "libreoffice"].find(
  (office) => spawnSync(office, ["--version"], { timeout: 20_000 }).status === 0,
);

const CELLS = [
  ["card_number", "note"],
  ["00006036000000000019", "=1+1"],
  ["+34 555", "-5"],
  ["@SUM(A1)", '<b>&"quoted"</b> ünï 😀'],
  ["12345678901234567890", "two\nlines"],
];

async function workbook(): Promise<{ readonly dir: string; readonly path: string }> {
  const dir = tempDir();
  const path = join(dir, "out.xlsx");
  const [header = [], ...rows] = CELLS;
  await writeTable(path, "xlsx", { sheetName: "Rows", header, rows: [rows], notes: [] });
  return { dir, path };
}

const READ = `
import sys, json, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1]).active
print(json.dumps({
  "values": [[c.value for c in row] for row in sheet.iter_rows()],
  "kinds": sorted({c.data_type for row in sheet.iter_rows() for c in row}),
  "formats": sorted({c.number_format for row in sheet.iter_rows(min_row=2) for c in row}),
  "guarded": [c.coordinate for row in sheet.iter_rows() for c in row if c.quotePrefix],
}))`;

test.skipIf(PYTHON === undefined)("openpyxl reads every cell of a workbook as text", async () => {
  const { path } = await workbook();
  const told: unknown = JSON.parse(execFileSync(PYTHON ?? "", ["-c", READ, path]).toString());
  expect(told).toEqual({
    values: CELLS,
    kinds: ["s"],
    formats: ["@"],
    guarded: ["B2", "A3", "B3", "A4"],
  });
});

test.skipIf(OFFICE === undefined)(
  "LibreOffice opens a workbook and calculates nothing in it",
  async () => {
    const { dir, path } = await workbook();
    const home = `-env:UserInstallation=${pathToFileURL(join(dir, "office")).href}`;
    // Comma, quotation mark, UTF-8, from the first line.
    const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1";
    execFileSync(
      OFFICE ?? "",
      [home, "--headless", "--convert-to", filter, "--outdir", dir, path],
      { stdio: "ignore", timeout: 110_000 },
    );
    const text = readFileSync(join(dir, "out.csv"), "utf8");
    const quoted = CELLS.map((row) =>
      row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","),
    );
    // In quotes: texts, none of them a number or a formula's result.
    expect(text.trimEnd()).toBe(quoted.join("\n"));
  },
  120_000,
);

/** Languages by the numbers that LibreOffice's filters know them by. */
const LCIDS = { "de-DE": 1031, "es-ES": 3082 } as const;

test.skipIf(OFFICE === undefined)(
  "LibreOffice, set to a country, opens a text file for it in columns, its numbers as numbers",
  async () => {
    onTestFinished(() => speak("en"));
    const dir = tempDir();
    const home = `-env:UserInstallation=${pathToFileURL(join(dir, "office")).href}`;
    const rows = [["A-7", { number: "12.50" }, "a;b", "c,d"]];
    for (const [formats, lcid] of Object.entries(LCIDS)) {
      await speak("en", formats);
      const path = join(dir, "in.csv");
      const header = ["code", "auto_add", "city", "state"];
      await writeTable(path, "csv", { sheetName: "Rows", header, rows: [rows], notes: [] });
      const separator = csvForm(formats).separator.charCodeAt(0);
      // Numbers are taken for numbers as when a person opens the file; out they come as in English.
      const read = `--infilter=CSV:${separator},34,76,1,,${lcid},false,true`;
      const filter = "csv:Text - txt - csv (StarCalc):124,34,76,1,,1033,false,true";
      execFileSync(
        OFFICE ?? "",
        [home, "--headless", read, "--convert-to", filter, "--outdir", join(dir, "out"), path],
        { stdio: "ignore", timeout: 110_000 },
      );
      const text = readFileSync(join(dir, "out", "in.csv"), "utf8");
      expect([formats, text.trimEnd()]).toEqual([
        formats,
        "code|auto_add|city|state\nA-7|12.5|a;b|c,d",
      ]);
    }
  },
  180_000,
);
