import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { csvForm } from "../../../main/common/tables/csv-form.ts";
import { currentFormats, speak } from "../../../main/common/text.ts";
import { exportList } from "../../../main/features/history/export/export-list.ts";
import type { ExportWhat } from "../../../main/features/history/export/table-of.ts";
import { freshMapping } from "../../../main/features/importing/new-draft.ts";
import { createMapper } from "../../../main/pipeline/mapping/apply.ts";
import { readFirst } from "../../../main/pipeline/sources/read-first.ts";
import { type FieldName, SECRET_FIELDS } from "../../../preload/fields.ts";
import { LANGUAGES } from "../../../preload/languages.ts";
import type { Mapping } from "../../../preload/types.ts";
import { runHere } from "../../cli/cli.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { openWorkshop } from "../importing/workshop.ts";
import { type Workshop, workshop } from "./workshop.ts";

/** Lists by what is particular in them; the headers are the fields they were mapped to. */
const LISTS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "without a state": [
    ["code", "first_name", "custom_date"],
    ["A", "Ana", "1990-02-03"],
    ["B", "Bea", "1990-02-31"],
  ],
  "with a state, a city and custom fields": [
    ["card_number", "city", "state", "custom_field_3", "custom_field_12", "custom_date"],
    ["0001", "Austin", "TX", "1.234,50", "Rejected", "1990-02-03"],
    ["0002", "Dallas", "", "=SUM(A1)", "", "1990-02-31"],
  ],
  "with amounts and a state that is no state": [
    ["code", "state", "auto_add", "custom_date"],
    ["A", "active", "12.50", "1990-02-03"],
    ["C", "active", "1.250", "1990-02-03"],
    ["B", "inactive", "7", "1990-02-31"],
  ],
  "with values that no header would be believed with": [
    ["email", "first_name", "phone", "code", "postal_code", "customer_PIN", "custom_date"],
    ["ana@example.com", "4111111111111111", "+49 1", "yes", "x;=1", "1234", "1990-02-03"],
    ["bea@example.com", "\uff1d1;'@2", "=1", "no", "'s-Gravenhage", "2345", "1990-02-31"],
  ],
};

function listOf(name: string): { readonly text: string; readonly fields: readonly FieldName[] } {
  const rows = LISTS[name] ?? [];
  const text = rows
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","))
    .join("\n");
  return { text, fields: (rows[0] ?? []) as readonly FieldName[] };
}

/** What the command line says that each column of a file goes to. */
async function inspected(path: string): Promise<readonly (FieldName | null)[]> {
  const { status, out, err } = await runHere(["inspect", path, "--json"]);
  expect([status, err]).toEqual([0, ""]);
  const { columns } = JSON.parse(out) as { columns: { field: FieldName | null }[] };
  return columns.map(({ field }) => field);
}

interface Opened {
  readonly mapping: Mapping;
  /** The rows as they would be sent. */
  readonly values: readonly (readonly string[])[];
}

/** What is proposed for a file, and the rows as they would be sent, without a window around it. */
async function looked(path: string): Promise<Opened> {
  const reading = await readFirst(path);
  const mapping = freshMapping(reading, []);
  // What a check of the whole list proves of its amounts.
  const amountFormat = csvForm(currentFormats()).decimalMark === "," ? "comma" : "point";
  const known = mapping.map((entry) => ({ ...entry, amountFormat }) as const);
  const map = createMapper(known, reading.columns);
  const rows = reading.firstRows.filter(({ row }) => row > reading.headerRow);
  return {
    mapping,
    values: rows.map(({ row, cells }) => map({ number: row, cells }).mapped.values),
  };
}

/** The same as the window does it, with a check of the whole list. */
async function opened(path: string): Promise<Opened> {
  const { drafts, check } = openWorkshop();
  const { id, mapping, remembered } = await drafts.create({ fileId: drafts.registerFile(path) });
  expect(remembered).toBeNull();
  const taken = new Map(mapping.flatMap(({ field, columns: [at = -1] }) => [[at, field]]));
  const columns = await inspected(path);
  expect(columns).toEqual(columns.map((_, at) => taken.get(at) ?? null));
  expect(await check(id)).toMatchObject({ kind: "done" });
  const { rows } = await drafts.rows({ draftId: id, offset: 0, limit: 50, filter: "all" });
  return { mapping, values: rows.map((row) => row.values) };
}

const proposals = (mapping: Mapping) =>
  mapping.map(({ field, columns, transforms, confidence }) => ({
    ...{ field, columns, transforms, confidence },
  }));

async function written(
  { history, dir }: Workshop,
  about: { readonly importId: number; readonly what: ExportWhat; readonly format: "xlsx" | "csv" },
): Promise<string> {
  const path = join(dir, `${about.what}.${about.format}`);
  await history.exportTo(about, path);
  return path;
}

/** Exports, looks at the file, and finds the fields and values of `rows` and no others. */
async function expectRoundTrip(
  shop: Workshop,
  about: { readonly importId: number; readonly what: ExportWhat },
  fields: readonly FieldName[],
  rows: readonly (readonly string[])[],
  open: (path: string) => Promise<Opened> = looked,
): Promise<void> {
  for (const format of open === looked ? (["csv"] as const) : (["xlsx", "csv"] as const)) {
    const path = await written(shop, { ...about, format });
    const kept = fields.flatMap((field, at) => (SECRET_FIELDS.has(field) ? [] : [at]));
    const { mapping, values } = await open(path);
    expect(proposals(mapping)).toEqual(
      kept.map((at) => ({
        field: fields[at],
        columns: [at],
        transforms: [],
        confidence: "certain",
      })),
    );
    expect(values).toEqual(rows.map((row) => kept.map((at) => row[at] ?? "")));
  }
}

/** Sends a list, and exports it in every way; answers what came of it. */
async function sentAndRefused(name: string) {
  const { text, fields } = listOf(name);
  const rows = (LISTS[name] ?? []).slice(1);
  const [good, bad] = [rows.slice(0, -1), rows.slice(-1)];
  const server = await practiceServer();
  const sent = workshop(server);
  const importId = await sent.put(text, { options: { generateCardNumbers: 8 } });
  const refused = await sent.put(text, { options: { campaigns: ["999"] } });
  await sent.send();
  return {
    shop: sent,
    fields,
    exports: [
      { about: { importId, what: "all" as const }, rows },
      { about: { importId, what: "invalid" as const }, rows: bad },
      { about: { importId: refused, what: "rejected" as const }, rows: good },
    ],
  };
}

test.each(Object.keys(LISTS))(
  "in every language an export of a list %s gives, imported again, the same fields and values",
  async (name) => {
    onTestFinished(() => speak("en"));
    const { shop, fields, exports } = await sentAndRefused(name);
    for (const language of LANGUAGES) {
      await speak(language);
      // Every language with its own numbers; English with those of a country that mixes both.
      if (language === "en") await speak("en", "de-CH");
      for (const { about, rows } of exports) await expectRoundTrip(shop, about, fields, rows);
    }
  },
);

/** Each list in a language and with numbers of their own, so that each of these is tried in a window. */
test.each(
  Object.keys(LISTS).map((name, at) => {
    const language = LANGUAGES[(at * 2 + 1) % LANGUAGES.length] ?? "en";
    return [language, name, (["de-CH", "es-ES", "pt-BR", "en-US"] as const)[at % 4]] as const;
  }),
)("checked in a window (%s): a list %s, with numbers of %s", async (language, name, formats) => {
  await speak(language, formats);
  onTestFinished(() => speak("en"));
  const { shop, fields, exports } = await sentAndRefused(name);
  for (const { about, rows } of exports.slice(0, 1)) {
    await expectRoundTrip(shop, about, fields, rows, opened);
  }
});

test("in every language an export with generated ids sends these as ids", async () => {
  onTestFinished(() => speak("en"));
  const shop = workshop(await practiceServer());
  const list = "first_name,card_number,state\nAna,,TX\nBea,,Rejected\n";
  const importId = await shop.put(list, { options: { generateCardNumbers: 8 } });
  await shop.send();
  for (const [at, language] of LANGUAGES.entries()) {
    await speak(language);
    const format = at % 2 === 0 ? "csv" : "xlsx";
    const path = await written(shop, { importId, what: "generated", format });
    const fields = ["first_name", "card_number", "state", null, "code", "card_number"];
    expect(await inspected(path)).toEqual(fields);
    const { mapping, values } = await looked(path);
    expect(mapping.map(({ field, columns }) => [field, columns])).toEqual([
      ["first_name", [0]],
      ["card_number", [1, 5]],
      ["state", [2]],
      ["code", [4]],
    ]);
    expect(values).toEqual([
      ["Ana", expect.stringMatching(/^\d{8}$/), "TX", expect.stringMatching(/^\d{16}$/)],
      ["Bea", expect.stringMatching(/^\d{8}$/), "Rejected", expect.stringMatching(/^\d{16}$/)],
    ]);
  }
});

test.each([
  [
    "1,250 of a sent row",
    "de",
    "code;auto_add;Zeile;Status;Grund",
    "A;1,250;2;Angenommen;",
    "1.250",
  ],
  [
    "1.250 of a sent row",
    "de-CH",
    "code;auto_add;Zeile;Status;Grund",
    "A;1.250;2;Angenommen;",
    "1.250",
  ],
  [
    "1.250 beside made-up ids",
    "en",
    "code,auto_add,Row,Generated code,Generated card number",
    "A,1.250,2,,",
    "1.250",
  ],
])("%s is one and a quarter in an export (%s)", async (_, __, head, row, value) => {
  const shop = openWorkshop();
  const { id } = await shop.open("out.csv", `${head}\n${row}\n`);
  expect(await shop.check(id)).toMatchObject({ kind: "done" });
  const { rows } = await shop.drafts.rows({ draftId: id, offset: 0, limit: 5, filter: "all" });
  expect(rows.map(({ values }) => values)).toEqual([["A", value]]);
});

test("1.250 of a row that was not sent is asked about in an export as it was in its list", async () => {
  const shop = openWorkshop();
  const text = "code,auto_add,Row,State,Reason\nA,1.250,2,Invalid,x\n";
  const { id, missing } = await shop.open("out.csv", text);
  expect(missing.columns.map(({ code }) => code)).toContain("amount-format-undecided");
  await expect(shop.check(id)).rejects.toMatchObject({ code: "draft-incomplete" });
});

test("an export whose columns were moved, or that got others, still leaves its own alone", async () => {
  const shop = workshop(await practiceServer());
  await shop.put("code,first_name\nA,Ana\n");
  const moved = join(shop.dir, "moved.csv");
  writeFileSync(
    moved,
    "State,Row,State (2),Reason,code,city\nTX,2,Rejected,closed,A,Austin\nCA,3,Left out,,B,Fresno\n",
  );
  expect(await inspected(moved)).toEqual(["state", null, null, null, "code", "city"]);
  const alone = join(shop.dir, "alone.csv");
  writeFileSync(alone, "Code,City,Estado\nA,Bari,No válido\nB,Lugo,Excluida\n");
  expect(await inspected(alone)).toEqual(["code", "city", null]);
});

test("a list of a store with a state beside the headers of an export is read as it is", async () => {
  const path = join(workshop().dir, "store.csv");
  writeFileSync(path, "Code,City,State,Reason\nA,Austin,TX,moved\nB,Fresno,CA,\n");
  expect(await inspected(path)).toEqual(["code", "city", "state", null]);
});

test("a secret that a person fills in again is the field again", async () => {
  const path = join(workshop().dir, "filled.csv");
  const head = "code,customer_PIN (vacía a propósito),Fila,Estado,Motivo";
  writeFileSync(path, `${head}\nA,,2,No válido,x\nB,4711,3,No válido,x\n`);
  expect(await inspected(path)).toEqual(["code", "customer_PIN", null, null, null]);
});

test("in no language anything of a table is proposed that holds no rows of a list", async () => {
  onTestFinished(() => speak("en"));
  const shop = workshop(await practiceServer());
  const beforeId = await shop.put("code,email,state\nA,ana@example.com,TX\n");
  await shop.send();
  const importId = await shop.put("code,email,state\nA,bea@example.com,CA\n");
  const compared = { kind: "compared", change: "changed", importId, beforeId } as const;
  for (const [at, language] of LANGUAGES.entries()) {
    await speak(language);
    for (const list of [{ kind: "imports" }, { kind: "customer", customer: "A" }] as const) {
      const format = at % 2 === 0 ? "xlsx" : "csv";
      const path = join(shop.dir, `${list.kind}.${format}`);
      await exportList(shop.db, shop.vault, { list, format, path });
      expect(new Set(await inspected(path))).toEqual(new Set([null]));
    }
    const path = join(shop.dir, "compared.csv");
    await exportList(shop.db, shop.vault, { list: compared, format: "csv", path });
    expect(await inspected(path)).toEqual([null, "code", "email", "state", null, null, null, null]);
  }
});
