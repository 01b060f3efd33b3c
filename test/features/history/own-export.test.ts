import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { speak } from "../../../main/common/text.ts";
import { exportList } from "../../../main/features/history/export/export-list.ts";
import type { ExportWhat } from "../../../main/features/history/export/table-of.ts";
import { type FieldName, SECRET_FIELDS } from "../../../preload/fields.ts";
import { LANGUAGES } from "../../../preload/languages.ts";
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

/** What the window proposes for a file, and the rows as they would be sent. */
async function opened(path: string) {
  const { drafts } = openWorkshop();
  const draft = await drafts.create({ fileId: drafts.registerFile(path) });
  const { rows } = await drafts.preview({ draftId: draft.id, limit: 50 });
  return {
    proposed: draft.mapping.map(({ field, columns, transforms, confidence }) => ({
      field,
      columns,
      transforms,
      confidence,
    })),
    remembered: draft.remembered,
    values: rows.map((row) => row.values),
  };
}

async function written(
  { history, dir }: Workshop,
  about: { readonly importId: number; readonly what: ExportWhat; readonly format: "xlsx" | "csv" },
): Promise<string> {
  const path = join(dir, `${about.what}.${about.format}`);
  await history.exportTo(about, path);
  return path;
}

/** Exports, looks at the file both ways, and finds the fields and values of `rows` and no others. */
async function expectRoundTrip(
  shop: Workshop,
  about: { readonly importId: number; readonly what: ExportWhat },
  fields: readonly FieldName[],
  rows: readonly (readonly string[])[],
): Promise<void> {
  for (const format of ["xlsx", "csv"] as const) {
    const path = await written(shop, { ...about, format });
    const kept = fields.flatMap((field, at) => (SECRET_FIELDS.has(field) ? [] : [at]));
    const columns = await inspected(path);
    expect(
      columns.map((field, at) => (field === null ? null : at)).filter((at) => at !== null),
    ).toEqual(kept);
    const { proposed, values, remembered } = await opened(path);
    expect(proposed).toEqual(
      kept.map((at) => ({
        field: fields[at],
        columns: [at],
        transforms: [],
        confidence: "certain",
      })),
    );
    expect(columns.filter((field) => field !== null)).toEqual(kept.map((at) => fields[at]));
    expect(remembered).toBeNull();
    expect(values).toEqual(rows.map((row) => kept.map((at) => row[at] ?? "")));
  }
}

describe.each(LANGUAGES)("an export in the language %s, imported again,", (language) => {
  test.each(Object.keys(LISTS))("of a list %s gives the same fields and values", async (name) => {
    const { text, fields } = listOf(name);
    const [, good = [], bad = []] = LISTS[name] ?? [];
    await speak(language);
    onTestFinished(() => speak("en"));
    const sent = workshop(await practiceServer());
    const importId = await sent.put(text, { options: { generateCardNumbers: 8 } });
    await sent.send();
    await expectRoundTrip(sent, { importId, what: "all" }, fields, [good, bad]);
    await expectRoundTrip(sent, { importId, what: "invalid" }, fields, [bad]);
    const refused = await sent.put(text, { options: { campaigns: ["999"] } });
    await sent.send();
    await expectRoundTrip(sent, { importId: refused, what: "rejected" }, fields, [good]);
  });

  test("with generated ids sends these as the ids of their customers", async () => {
    await speak(language);
    onTestFinished(() => speak("en"));
    const shop = workshop(await practiceServer());
    const list = "first_name,card_number,state\nAna,,TX\nBea,,Rejected\n";
    const importId = await shop.put(list, { options: { generateCardNumbers: 8 } });
    await shop.send();
    for (const format of ["xlsx", "csv"] as const) {
      const path = await written(shop, { importId, what: "generated", format });
      const fields = ["first_name", "card_number", "state", null, "code", "card_number"];
      expect(await inspected(path)).toEqual(fields);
      const { proposed, values } = await opened(path);
      expect(proposed.map(({ field, columns }) => [field, columns])).toEqual([
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

test.each(LANGUAGES)(
  "nothing of a table that holds no rows of a list is proposed: %s",
  async (language) => {
    await speak(language);
    onTestFinished(() => speak("en"));
    const shop = workshop(await practiceServer());
    const first = await shop.put("code,email,state\nA,ana@example.com,TX\n");
    await shop.send();
    const second = await shop.put("code,email,state\nA,bea@example.com,CA\n");
    for (const list of [{ kind: "imports" }, { kind: "customer", customer: "A" }] as const) {
      for (const format of ["xlsx", "csv"] as const) {
        const path = join(shop.dir, `${list.kind}.${format}`);
        await exportList(shop.db, shop.vault, { list, format, path });
        expect(new Set(await inspected(path))).toEqual(new Set([null]));
      }
    }
    const path = join(shop.dir, "compared.csv");
    const compared = {
      kind: "compared",
      change: "changed",
      importId: second,
      beforeId: first,
    } as const;
    await exportList(shop.db, shop.vault, { list: compared, format: "csv", path });
    expect(await inspected(path)).toEqual([null, "code", "email", "state", null, null, null, null]);
  },
);
