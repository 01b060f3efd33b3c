import { expect, test } from "vitest";
import type { DateFormat, Draft, FieldMapping } from "../../../../preload/types.ts";
import { openWorkshop, type Workshop } from "../workshop.ts";

const HEADER = "Kode,Bday\n";
const BORN: FieldMapping = { field: "custom_date", columns: [1], transforms: [] };
const CODE: FieldMapping = { field: "code", columns: [0], transforms: [] };

function list(...days: readonly string[]): string {
  return HEADER + days.map((day, at) => `K${at},${day}\n`).join("");
}

async function send(shop: Workshop, draft: Draft, mapping: readonly FieldMapping[]) {
  await shop.drafts.setMapping({ draftId: draft.id, mapping });
  await shop.check(draft.id);
  return await shop.drafts.send({ draftId: draft.id, confirmOverwrite: false });
}

const formatOf = ({ mapping }: Draft) =>
  mapping.find(({ field }) => field === "custom_date")?.dateFormat;

const codesOf = ({ missing }: Draft) => missing.columns.map(({ code }) => code);

async function chosen(shop: Workshop, text: string, dateFormat: DateFormat) {
  await send(shop, await shop.open("march.csv", text), [CODE, { ...BORN, dateFormat }]);
}

test("what one list's dates proved is not said of the next: it is asked, or proven by that list", async () => {
  const shop = openWorkshop();
  await send(shop, await shop.open("march.csv", list("13/05/1985", "02/01/1990")), [CODE, BORN]);
  const open = await shop.open("april.csv", list("05/04/1985", "02/01/1990"));
  expect(formatOf(open)).toBeUndefined();
  expect(codesOf(open)).toContain("date-format-undecided");
  expect(formatOf(await shop.open("may.csv", list("05/23/1985", "02/01/1990")))).toBe("MM/DD/YYYY");
});

test("a format that a person chose is kept, and asked about where a later row contradicts it", async () => {
  const shop = openWorkshop();
  await chosen(shop, list("05/04/1985", "02/01/1990"), "DD/MM/YYYY");
  const quiet = await shop.open("april.csv", list("06/04/1985", "02/01/1990"));
  expect(formatOf(quiet)).toBe("DD/MM/YYYY");
  const far = Array.from({ length: 300 }, () => "03/04/1985");
  const other = await shop.open("may.csv", list(...far, "04/25/1985"));
  expect(await shop.check(other.id)).toMatchObject({
    kind: "failed",
    error: { code: "date-format-contradicted" },
  });
  const asked = await shop.drafts.get({ draftId: other.id });
  expect(formatOf(asked)).toBeUndefined();
  expect(asked.missing.columns).toMatchObject([
    { code: "date-format-contradicted", severity: "error" },
  ]);
  const mapping = [CODE, { ...BORN, dateFormat: "DD/MM/YYYY" as const }];
  await shop.drafts.setMapping({ draftId: other.id, mapping });
  expect(await shop.check(other.id)).toMatchObject({ kind: "done", counts: { invalid: 1 } });
});

test("first rows that prove one order and later ones that prove the other are asked about", async () => {
  const shop = openWorkshop();
  const first = Array.from({ length: 300 }, () => "13/04/1985");
  const draft = await shop.open("march.csv", list(...first, "04/25/1985"));
  expect(formatOf(draft)).toBe("DD/MM/YYYY");
  expect(await shop.check(draft.id)).toMatchObject({
    kind: "failed",
    error: { code: "date-format-mixed" },
  });
});

const PEOPLE = "Code,Name,Mail,Tel\n";
const MAPPING: readonly FieldMapping[] = [
  CODE,
  { field: "first_name", columns: [1], transforms: [] },
  { field: "email", columns: [2], transforms: [] },
  { field: "phone", columns: [3], transforms: [] },
];

async function sendPeople(shop: Workshop) {
  const text = `${PEOPLE}C1,Ann,ann@example.com,555-010-1234\nC2,Ben,ben@example.com,555-010-9876\n`;
  await send(shop, await shop.open("march.csv", text), MAPPING);
}

const fieldsOf = ({ mapping }: Draft) => mapping.map(({ field }) => field);

test.each([
  ["C3,Eva,555-010-1111,eva@example.com", ["email", "phone"]],
  ["Eva,C3,eva@example.com,555-010-1111\nOlga,44,o@example.com,555-010-1112", ["first_name"]],
  ["C3,Eva,Reno,555-010-1111\nC4,Max,Elko,555-010-1112", ["email"]],
])(
  "columns that hold something else under the same headers are told and left out: %s",
  async (rows, left) => {
    const shop = openWorkshop();
    await sendPeople(shop);
    const draft = await shop.open("april.csv", `${PEOPLE}${rows}\n`);
    for (const field of left) expect(fieldsOf(draft)).not.toContain(field);
    expect(draft.missing.columns).toContainEqual(
      expect.objectContaining({ code: "kept-column-doubted", severity: "warning" }),
    );
  },
);

test.each([
  "C3,Eva,eva@example.com,555-010-1111",
  "C3,Eva,,\nC4,Max,max@example.com,",
  "Eva,Eva,eva@example.com,+34 600 111 222",
  "AB,Jo,jo@example.com,call later\nCD,Bo,bo@example.com,555-010-1111",
])("a list like the one before stays quiet: %s", async (rows) => {
  const shop = openWorkshop();
  await sendPeople(shop);
  const draft = await shop.open("april.csv", `${PEOPLE}${rows}\n`);
  expect(fieldsOf(draft)).toEqual(["code", "first_name", "email", "phone"]);
  expect(codesOf(draft)).not.toContain("kept-column-doubted");
});

test("columns that changed places are left out, whatever their headers propose", async () => {
  const shop = openWorkshop();
  const headers = "Code,Postal Code,Phone\n";
  const mapping: readonly FieldMapping[] = [
    CODE,
    { field: "postal_code", columns: [1], transforms: [] },
    { field: "phone", columns: [2], transforms: [] },
  ];
  const text = `${headers}C1,10115,030 1234567\nC2,80331,089 7654321\n`;
  await send(shop, await shop.open("march.csv", text), mapping);
  const other = `${headers}C3,030 1112223,20095\nC4,040 9998887,50667\n`;
  const draft = await shop.open("april.csv", other);
  expect(fieldsOf(draft)).toEqual(["code"]);
  expect(codesOf(draft).filter((code) => code === "kept-column-doubted")).toHaveLength(2);
});

test("a list without headers is no other list of as many columns", async () => {
  const shop = openWorkshop();
  const bare = async (name: string, text: string) => {
    const draft = await shop.open(name, text);
    return await shop.drafts.setReading({ draftId: draft.id, headerRow: 0 });
  };
  await send(
    shop,
    await bare("march.csv", "7001,Ann,ann@example.com\n7002,Ben,ben@example.com\n"),
    [
      { field: "card_number", columns: [0], transforms: [] },
      { field: "email", columns: [2], transforms: [] },
    ],
  );
  const other = await bare("april.csv", "Lake,12,Reno\nHill,14,Elko\n");
  expect(other.remembered).toBeNull();
  expect(fieldsOf(other)).not.toContain("card_number");
  const same = await bare("may.csv", "7003,Eva,eva@example.com\n7004,Max,max@example.com\n");
  expect(same.remembered?.name).toBe("march.csv");
});

test("headers that differ only in marks keep their own fields", async () => {
  const shop = openWorkshop();
  const headers = "カード,カート,Código,Codigo\n";
  const rows = "7001,12,A1,B1\n7002,13,A2,B2\n";
  const mapping: readonly FieldMapping[] = [
    { field: "card_number", columns: [0], transforms: [] },
    { field: "custom_field_2", columns: [1], transforms: [] },
    { field: "code", columns: [2], transforms: [] },
    { field: "custom_field_4", columns: [3], transforms: [] },
  ];
  await send(shop, await shop.open("march.csv", headers + rows), mapping);
  const next = await shop.open("april.csv", "Codigo,Código,カート,カード\nB1,A1,12,7001\n");
  const places = next.mapping.map(({ field, columns }) => [field, columns[0]]);
  expect(Object.fromEntries(places)).toMatchObject({
    card_number: 3,
    custom_field_2: 2,
    code: 1,
    custom_field_4: 0,
  });
});

test("where one of two joined columns is gone, the other is proposed anew", async () => {
  const shop = openWorkshop();
  const text = "Code,First Name,Family Name\nC1,Ann,Lake\n";
  await send(shop, await shop.open("march.csv", text), [
    CODE,
    { field: "first_name", columns: [1, 2], transforms: [] },
  ]);
  const next = await shop.open("april.csv", "Code,First Name,City\nC1,Ann,Reno\n");
  expect(next.mapping).toContainEqual(
    expect.objectContaining({ field: "first_name", columns: [1] }),
  );
});

const FULL = "Code,Full Name\n";

test("which name stands in front is proven by each list, where nobody chose it", async () => {
  const shop = openWorkshop();
  const first = await shop.open("march.csv", `${FULL}1,LAKE Ann\n2,HILL Ben\n`);
  await send(shop, first, first.mapping);
  const namesOf = async (rows: string) => {
    const draft = await shop.open("april.csv", FULL + rows);
    const { rows: seen } = await shop.drafts.preview({ draftId: draft.id, limit: 2 });
    return seen.map(({ values }) => values.slice(1));
  };
  expect(await namesOf("3,Eva Pond\n4,Max Bay\n")).toEqual([
    ["Eva", "Pond"],
    ["Max", "Bay"],
  ]);
  expect(await namesOf("3,POND Eva\n4,BAY Max\n")).toEqual([
    ["Eva", "POND"],
    ["Max", "BAY"],
  ]);
});

test("which name stands in front stays as a person chose it", async () => {
  const shop = openWorkshop();
  const half = (field: "first_name" | "last_name", take: "first" | "rest"): FieldMapping => ({
    ...{ field, columns: [1] },
    transforms: [{ kind: "split", by: "blank", take }],
  });
  const text = `${FULL}1,Nagy Anna\n2,Kovács Béla\n`;
  const mapping = [CODE, half("first_name", "rest"), half("last_name", "first")];
  await send(shop, await shop.open("march.csv", text), mapping);
  const next = await shop.open("april.csv", `${FULL}3,Kiss Éva\n4,Nagy János\n`);
  const { rows } = await shop.drafts.preview({ draftId: next.id, limit: 1 });
  expect(rows[0]?.values).toEqual(["3", "Éva", "Kiss"]);
});

test("a fixed password is not kept, and the next list asks for it", async () => {
  const shop = openWorkshop();
  const fixed: FieldMapping = {
    ...{ field: "customer_password", columns: [], transforms: [] },
    fixed: "welcome",
  };
  await send(shop, await shop.open("march.csv", list("2001-01-02")), [CODE, fixed]);
  const next = await shop.open("april.csv", list("2001-01-03"));
  expect(next.missing.columns).toContainEqual(
    expect.objectContaining({ code: "secret-not-kept", field: "customer_password" }),
  );
});

test("a column of whole names that holds codes now loses both of its names", async () => {
  const shop = openWorkshop();
  const head = "Code,Name,Mail\n";
  const first = await shop.open(
    "march.csv",
    `${head}A1,Ann Lake,ann@example.com\nA2,Ben Hill,b@x.com\n`,
  );
  expect(fieldsOf(first)).toEqual(["code", "first_name", "last_name", "email"]);
  await send(shop, first, first.mapping);
  const next = await shop.open(
    "april.csv",
    `${head}Cat Wood,A3,cat@example.com\nDan Ford,A4,d@x.com\n`,
  );
  expect(fieldsOf(next)).toEqual(["email"]);
  const left = next.missing.columns.filter(({ code }) => code === "kept-column-doubted");
  expect(left).toHaveLength(3);
});
