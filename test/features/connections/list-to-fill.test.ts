import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeTable } from "../../../main/common/tables/write-table.ts";
import { headersToFill } from "../../../main/features/connections/list-to-fill.ts";
import { proposeMapping } from "../../../main/pipeline/mapping/propose.ts";
import { isFieldName, STANDARD_FIELDS } from "../../../preload/fields.ts";
import { LANGUAGES, type Language } from "../../../preload/languages.ts";
import { words } from "../../../preload/messages/every-language.ts";
import type { Draft } from "../../../preload/types.ts";
import { type TestApp, testApp } from "../../app/window.ts";
import { tempDir } from "../../helpers/temp-dir.ts";
import { rowsOf } from "../history/rows-of.ts";

/** Those of the practice account. */
const CUSTOM = ["custom_field_1", "custom_field_2", "custom_field_3"];

const ANA = ["4000123412341234", "0012", "Ana", "García", "ana@example.com", "+41 79 555 01 01"]
  .concat("1990-02-03", "Calle Mayor 5", "2B", "Bern", "BE", "3011", "Switzerland")
  .concat("ana12", "hunter22", "1234", "5", "Tea", "42", "Bern");

async function saved(app: TestApp, language: Language): Promise<string> {
  await app.call("settings.set", { language });
  const practice = (await app.call("connections.list", {})).find(({ kind }) => kind === "practice");
  await app.call("connections.saveListToFill", { id: practice?.id ?? 0 });
  return app.saved.at(-1) ?? "";
}

async function open(app: TestApp, path: string): Promise<Draft> {
  return await app.call("drafts.create", { fileId: app.registerFile(path) });
}

/** What a draft proposes, column by column. */
function proposed({ mapping, reading }: Draft) {
  return reading.columns.map(({ index }) => {
    const entries = mapping.filter(({ columns }) => columns.includes(index));
    return entries.map(({ field, confidence, columns }) => [field, confidence, columns.length]);
  });
}

const CERTAIN = [...STANDARD_FIELDS, ...CUSTOM].map((field) => [[field, "certain", 1]]);

test.each(LANGUAGES)(
  "a list to fill in (%s) maps itself once it is filled in, and saved as text, too",
  async (language) => {
    const app = await testApp();
    const path = await saved(app, language);
    const rows = await rowsOf(path);
    expect(rows).toHaveLength(1);
    const [header = []] = rows;
    expect(header).toContain(words[language].fields.custom_date);
    const own = words[language]["practice-account"];
    expect(header.slice(-3)).toEqual([own.custom_field_1, own.custom_field_2, own.custom_field_3]);
    await expect(open(app, path)).rejects.toThrow("file-without-rows");

    const workbook = join(tempDir(), "filled.xlsx");
    await writeTable(workbook, "xlsx", { sheetName: "1", header, rows: [[ANA]], notes: [] });
    expect(proposed(await open(app, workbook))).toEqual(CERTAIN);
    const text = join(tempDir(), "filled.csv");
    writeFileSync(text, [header, ANA].map((row) => row.join(";")).join("\n"));
    const filled = await open(app, text);
    expect(proposed(filled)).toEqual(CERTAIN);
    expect(filled.missing.columns).toEqual([]);
    expect(filled.reading.headerRow).toBe(1);
  },
);

function proposal(headers: readonly string[], rows: readonly (readonly string[])[] = []) {
  const columns = headers.map((header, index) => ({ index, header, samples: [] }));
  return Object.fromEntries(
    proposeMapping(columns, rows, []).map(({ field, columns: [at = -1] }) => [headers[at], field]),
  );
}

test("columns may be moved, taken out and added; nothing is written over by an empty secret", () => {
  const headers = ["PIN", "Note", "Street, second line", "Customer code", "Date (birthday)"];
  expect(proposal(headers, [["", "x", "2B", "7", "1990-02-03"]])).toEqual({
    "Street, second line": "street2",
    "Customer code": "code",
    "Date (birthday)": "custom_date",
  });
  expect(proposal(headers, [["1234", "x", "2B", "7", "1990-02-03"]])).toMatchObject({
    PIN: "customer_PIN",
  });
});

test("a list that only shares some headers is read as any other", () => {
  expect(
    proposal(["Nombre", "PIN", "Ciudad"], [["Ana García", "110001", "Delhi"]]),
  ).not.toHaveProperty("PIN");
});

test("a label that is a field's name, or another's, gives way to the field's number", () => {
  const labels = [
    ["custom_field_1", "City"],
    ["custom_field_2", "Size"],
    ["custom_field_3", "size "],
    ["custom_field_4", ""],
  ].flatMap(([field = "", label = ""]) => (isFieldName(field) ? [{ field, label }] : []));
  const headers = headersToFill(labels);
  const own = headers.slice(STANDARD_FIELDS.length);
  expect(own[1]).toBe("Size");
  expect(new Set(headers).size).toBe(headers.length);
  const columns = headers.map((header, index) => ({ index, header, samples: [] }));
  const fields = proposeMapping(columns, [], labels).map(({ field }) => field);
  expect(fields).toEqual([...STANDARD_FIELDS, ...labels.map(({ field }) => field)]);
});
