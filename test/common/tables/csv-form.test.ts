import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { csvForm } from "../../../main/common/tables/csv-form.ts";
import { guarded, withoutGuards } from "../../../main/common/tables/formula-guard.ts";
import { writeTable } from "../../../main/common/tables/write-table.ts";
import { speak } from "../../../main/common/text.ts";
import { CsvParser } from "../../../main/pipeline/sources/text/csv-parser.ts";
import { formatsOf } from "../../../main/records/settings.ts";
import { FORMAT_LOCALES } from "../../../preload/lists/format-locales.ts";
import { rowsOf } from "../../features/history/rows-of.ts";
import { tempDir } from "../../helpers/temp-dir.ts";

test.each([
  ...["en", "en-US", "en-GB", "en-CA", "en-AU", "es-MX", "ja", "ko", "zh-CN"].map((locale) => [
    locale,
    ",.",
  ]),
  ...["es", "es-ES", "es-AR", "de", "de-DE", "de-AT", "fr", "fr-CH", "it", "nl", "nl-BE"].map(
    (locale) => [locale, ";,"],
  ),
  ...["pl", "pt-BR", "pt-PT", "sv-SE", "nb", "da", "fi", "cs", "tr", "ca", "ru"].map((locale) => [
    locale,
    ";,",
  ]),
  ...["de-CH", "it-CH", "de-LI"].map((locale) => [locale, ";."]),
])("a spreadsheet program set to %s expects %s", (locale, expected) => {
  const { separator, decimalMark } = csvForm(locale);
  expect(separator + decimalMark).toBe(expected);
});

test.each([
  ["nothing chosen: the system's, whatever the words are in", "system", "system", "de-CH", "de-CH"],
  ["nothing chosen, and a system whose words are not there", "system", "system", "cs-CZ", "cs-CZ"],
  ["the words chosen: theirs, of the system's country", "de", "system", "de-AT", "de-AT"],
  ["other words than the system's chosen: theirs", "fr", "system", "en-US", "fr"],
  ["numbers chosen: those", "en", "es-ES", "de-DE", "es-ES"],
] as const)("whose numbers a text file has, %s", (_, language, formats, system, expected) => {
  expect(formatsOf({ language, formats }, system)).toBe(expected);
});

async function written(formats: string, rows: Parameters<typeof table>[0]): Promise<string> {
  await speak("en", formats);
  onTestFinished(() => speak("en"));
  const path = join(tempDir(), "out.csv");
  await writeTable(path, "csv", table(rows));
  return path;
}

const table = (rows: readonly (readonly (string | { readonly number: string })[])[]) => ({
  sheetName: "Rows",
  header: ["code", "auto_add"],
  rows: [rows],
  notes: [],
});

test.each([
  ["de-DE", '\ufeffcode;auto_add\r\n12.50;"12,50"\r\n"a;b";7\r\n"a,b";"c""d"\r\n'],
  ["de-CH", '\ufeffcode;auto_add\r\n12.50;12.50\r\n"a;b";7\r\n"a,b";"c""d"\r\n'],
  ["en-US", '\ufeffcode,auto_add\r\n12.50,12.50\r\n"a;b",7\r\n"a,b","c""d"\r\n'],
])(
  "a text file for %s has its separator, and its decimal mark in numbers alone",
  async (formats, text) => {
    const rows = [
      ["12.50", { number: "12.50" }],
      ["a;b", { number: "7" }],
      ["a,b", 'c"d'],
    ];
    expect(readFileSync(await written(formats, rows), "utf8")).toBe(text);
  },
);

test("whatever cells hold, every text file we write is read as the same cells", async () => {
  const unit = fc.constantFrom(
    ...["a", "7", "'", '"', ",", ";", "\t", "|", "=", "-", "@", " ", ".", "ü", "名", "\n"],
  );
  const text = fc
    .string({ unit, minLength: 1, maxLength: 10 })
    .filter((cell) => cell.trim() !== "");
  const rows = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 12 });
  const dir = tempDir();
  onTestFinished(() => speak("en"));
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom(...FORMAT_LOCALES, "de-CH"), async (cells, formats) => {
      await speak("en", formats);
      const path = join(dir, "any.csv");
      await writeTable(path, "csv", table(cells));
      const [, ...read] = await rowsOf(path);
      expect(read.map((row) => row.map(withoutGuards))).toEqual(cells);
      expect(read).toEqual(cells.map((row) => row.map(guarded)));
    }),
    { numRuns: 100 },
  );
});

test.each([";", ",", "\t"])(
  "no cell starts a formula where a program expects %j",
  async (other) => {
    const unit = fc.constantFrom("a", '"', ",", ";", "\t", "=", "-", "\n", "'");
    const text = fc.string({ unit, maxLength: 8 });
    onTestFinished(() => speak("en"));
    const path = join(tempDir(), "any.csv");
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, text)),
        fc.constantFrom("de-DE", "en-US"),
        async (cells, formats) => {
          await speak("en", formats);
          await writeTable(path, "csv", table(cells));
          const parser = new CsvParser({ delimiter: other, quote: '"' });
          const read = [
            ...parser.push(readFileSync(path, "utf8").slice(1)),
            ...parser.end(),
          ].flat();
          for (const cell of read) expect(cell).not.toMatch(/^[=-]/);
        },
      ),
      { numRuns: 100 },
    );
  },
);
