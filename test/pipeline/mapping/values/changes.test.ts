import { describe, expect, test } from "vitest";
import { createMapper } from "../../../../main/pipeline/mapping/apply.ts";
import type { FieldName } from "../../../../preload/fields.ts";
import type { Transform } from "../../../../preload/types.ts";
import { readValue } from "./one-value.ts";

/** What becomes of a value beside a card number, which is empty where `card` is: value and words. */
function read(field: FieldName, cell: string, transforms: readonly Transform[], card = "7001") {
  const { value, told } = readValue(field, cell, { transforms, card });
  return [value, ...told.map(({ code }) => code)].join(" | ");
}

describe("digits only", () => {
  test.each<[FieldName, string, string]>([
    ["phone", "ask her", " | digits-only-emptied"],
    ["phone", "555 0101 x12", "555010112 | digits-only-changed"],
    ["postal_code", "K1A 0B1", "101 | digits-only-changed"],
    ["customer_PIN", "47x11", "4711 | digits-only-changed"],
    ["code", "AB-12", "12 | digits-only-letters"],
  ])("is told where it makes another value: %s %s", (field, cell, expected) => {
    expect(read(field, cell, [{ kind: "digits-only" }])).toBe(expected);
  });

  test.each<[FieldName, string, string]>([
    ["phone", "(555) 010-1234", "5550101234"],
    ["phone", "Fon 030 1234567", "0301234567"],
    ["code", "12 34", "1234"],
    ["postal_code", "D-10115", "10115"],
  ])("is quiet where nothing but signs goes: %s %s", (field, cell, expected) => {
    expect(read(field, cell, [{ kind: "digits-only" }])).toBe(expected);
  });
});

describe("digits only of an amount", () => {
  test.each([
    ["12.50", "12.50"],
    ["12,50 pts.", "12.50"],
    ["-5", "-5 | auto-add-negative"],
    ["(5)", "(5) | auto-add-negative"],
    ["pts 20", "20"],
    ["none yet", " | digits-only-emptied"],
  ])("keeps its sign and its decimal mark: %s", (cell, expected) => {
    expect(read("auto_add", cell, [{ kind: "digits-only" }])).toBe(expected);
  });
});

describe("a value for empty cells", () => {
  test.each<[string, readonly Transform[]]>([
    ["as it is", [{ kind: "default", value: "US" }]],
    [
      "changed afterwards",
      [
        { kind: "default", value: "us" },
        { kind: "case", to: "upper" },
      ],
    ],
    ["with blanks", [{ kind: "default", value: " US " }]],
    [
      "replaced",
      [
        { kind: "default", value: "U" },
        { kind: "replace", find: "U", with: "US" },
      ],
    ],
  ])("makes no customer of a blank row: %s", (_, transforms) => {
    expect(read("country", "", transforms, "")).toBe("US | row-empty");
  });

  test.each(["Spain", "ES"])("a row with a country of its own is no blank one: %s", (cell) => {
    const transforms: readonly Transform[] = [{ kind: "default", value: "US" }];
    expect(read("country", cell, transforms, "")).toBe(`${cell} | row-of-nobody`);
    expect(read("country", "", transforms)).toBe("US");
  });
});

describe("blanks and passwords", () => {
  test.each<[FieldName, string, string]>([
    ["street1", "12 Low Rd\r\nBath", "12 Low Rd Bath | line-break-replaced"],
    ["custom_field_1", "one\u2028two", "one two | line-break-replaced"],
    ["city", "New\n York", "New York | line-break-replaced"],
    ["street1", "12  Low   Rd", "12 Low Rd"],
    ["street1", "12 Low Rd\n", "12 Low Rd"],
  ])("a line break that goes with them is told: %s %j", (field, cell, expected) => {
    expect(read(field, cell, [{ kind: "collapse-blanks" }])).toBe(expected);
  });

  test.each([
    [" sp ace ", "sp ace | password-trimmed"],
    ["\u00a0word", "word | password-trimmed"],
    ["word\t", "word | password-trimmed"],
    ["sp ace", "sp ace"],
    ["'quoted", "'quoted"],
  ])("what is taken off a password is told: %j", (cell, expected) => {
    expect(read("customer_password", cell, [])).toBe(expected);
  });
});

describe("capitals of places", () => {
  const title = [{ kind: "case", to: "title" }] as const;

  test.each<[FieldName, string, string]>([
    ["street1", "PO BOX 12", "PO Box 12"],
    ["street1", "42ND ST NW", "42nd St NW"],
    ["street1", "RUE DE L'ÉGLISE", "Rue de l'Église"],
    ["street1", "VIA XX SETTEMBRE 4", "Via XX Settembre 4"],
    ["street1", "D'ARCY ROAD 4B", "D'Arcy Road 4B"],
    ["city", "REGGIO NELL'EMILIA", "Reggio nell'Emilia"],
    ["city", "ÚSTÍ NAD LABEM", "Ústí nad Labem"],
    ["city", "COEUR D’ALENE", "Coeur d’Alene"],
    ["city", "NYC", "NYC"],
    ["city", "ULM", "Ulm"],
    ["state", "NSW", "NSW"],
    ["state", "OHIO", "Ohio"],
    ["country", "USA", "USA"],
    ["country", "uk", "Uk"],
    ["country", "IRAN", "Iran"],
  ])("are those that people write: %s %s", (field, cell, expected) => {
    expect(read(field, cell, title)).toBe(expected);
  });

  test.each<[FieldName, string]>([
    ["street1", "Rue D'Alsace 3"],
    ["city", "L'Aquila"],
    ["last_name", "D'Angelo"],
    ["last_name", "Maria Dell'Orto"],
  ])("and of names stay as they are written: %s %s", (field, cell) => {
    expect(read(field, cell, title)).toBe(cell);
  });
});

describe("capitals of a Turkish list", () => {
  const title = [{ kind: "case", to: "title" }] as const;
  function change(
    field: FieldName,
    cell: string,
    header: string,
    transforms: readonly Transform[],
  ) {
    const columns = [{ index: 0, header, samples: [cell] }];
    const map = createMapper([{ field, columns: [0], transforms }], columns);
    return map({ number: 2, cells: [cell] }).mapped.values[0];
  }

  test.each<[FieldName, string, string]>([
    ["last_name", "YILDIZ", "Yıldız"],
    ["first_name", "IŞIK", "Işık"],
    ["city", "KIRIKKALE", "Kırıkkale"],
    ["last_name", "SMITH", "Smith"],
    ["last_name", "WAGNER", "Wagner"],
  ])("follow its headers: %s %s", (field, cell, expected) => {
    expect(change(field, cell, "Adı", title)).toBe(expected);
  });

  test.each([
    ["YILDIZ", "Yildiz"],
    ["ISABELLA", "Isabella"],
    ["ıtır", "Itır"],
  ])("elsewhere those of the value alone: %s", (cell, expected) => {
    expect(change("first_name", cell, "First Name", title)).toBe(expected);
  });

  test("an address stays as mail programs write it", () => {
    const lower = [{ kind: "case", to: "lower" }] as const;
    expect(change("email", "INFO@EXAMPLE.COM", "E-posta adı", lower)).toBe("info@example.com");
  });

  test("small letters become capitals with their dots", () => {
    const upper = [{ kind: "case", to: "upper" }] as const;
    expect(change("city", "izmir", "Şehir adı", upper)).toBe("İZMİR");
    expect(change("city", "izmir", "City", upper)).toBe("IZMIR");
  });
});
