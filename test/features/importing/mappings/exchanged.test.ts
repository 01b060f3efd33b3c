import { expect, test } from "vitest";
import { doubtMapping } from "../../../../main/features/importing/mappings/doubts.ts";
import { normalHeader } from "../../../../main/features/importing/mappings/fingerprint.ts";
import type { FieldName } from "../../../../preload/fields.ts";
import type { FileReading, Mapping } from "../../../../preload/types.ts";

/** The fields of a kept mapping that a list's rows speak against; values are parted by a bar. */
function doubted(
  fields: readonly FieldName[],
  rows: readonly string[],
  fresh: Mapping = [],
): readonly FieldName[] {
  const cells = rows.map((row) => row.split("|"));
  const reading: FileReading = {
    ...{ format: "csv", encoding: "utf-8", delimiter: ",", sheets: [], sheet: "", notices: [] },
    headerRow: 0,
    columns: fields.map((field, index) => ({ index, header: field, samples: [] })),
    firstRows: cells.map((each, at) => ({ row: at + 1, cells: each })),
  };
  const kept = fields.map((field, at) => ({ field, columns: [at], transforms: [] }));
  return doubtMapping(kept, reading, fresh).doubts.map(({ field }) => field);
}

test.each<[readonly FieldName[], readonly string[]]>([
  [
    ["postal_code", "phone"],
    ["030 1112223|20095", "040 9998887|50667"],
  ],
  [
    ["phone", "postal_code"],
    ["10001|5550101234", "94105|5550109876"],
  ],
  [
    ["card_number", "auto_add"],
    ["50|7000001", "20|7000002", "50|7000003"],
  ],
  [
    ["code", "auto_add"],
    ["12|6006491234567890", "30|6006491234567891"],
  ],
  [
    ["auto_add", "card_number"],
    ["7000001|4.50", "7000002|12.00"],
  ],
  [
    ["city", "street1"],
    ["Seeweg 3|Thun", "Marktgasse 7|Chur", "Ring 9a|Bern"],
  ],
  [
    ["country", "customer_PIN"],
    ["4321|France", "9911|Belgique"],
  ],
  [
    ["code", "first_name"],
    ["Ann|M-004", "Ben|M-005", "Eva Maria|M-006"],
  ],
  [
    ["last_name", "card_number"],
    ["K77|Lake", "K78|Hill"],
  ],
  [
    ["custom_date", "postal_code"],
    ["10115|1985-03-04", "80331|1990-01-02"],
  ],
  [
    ["state", "custom_date"],
    ["13/05/1985|Ohio", "2/1/1990|Iowa"],
  ],
  [
    ["card_number", "phone"],
    ["+34 600 111 444|7000003", "+34 600 111 555|7000004"],
  ],
  [
    ["phone", "code"],
    ["K-104|(555) 010-0101", "K-105|(555) 010-0102"],
  ],
  [
    ["city", "state"],
    ["CA|Fresno", "OR|Salem", "WA|Tacoma"],
  ],
  [
    ["country", "city"],
    ["Lyon|FR", "Roma|IT"],
  ],
  [
    ["postal_code", "auto_add"],
    ["40|20095", "15|50667"],
  ],
  [
    ["street1", "phone"],
    ["555-010-1111|1 Elm St", "555-010-1112|2 Elm St"],
  ],
  [
    ["street1", "postal_code"],
    ["89501|1 Elm St", "89801|2 Elm St"],
  ],
  [
    ["auto_add", "phone"],
    ["555-010-1111|12", "555-010-1112|30"],
  ],
  [
    ["customer_PIN", "first_name"],
    ["Eva|1234", "Max|4321"],
  ],
  [
    ["customer_username", "email"],
    ["e@x.example|eva7", "m@y.example|max8"],
  ],
  [
    ["code", "phone"],
    ["555-010-1111|C3", "555-010-1112|C4"],
  ],
])("columns of %j that have changed places are both asked about: %j", (fields, rows) => {
  expect(doubted(fields, rows)).toEqual(fields);
});

test.each<[readonly FieldName[], readonly string[]]>([
  [
    ["city", "street1", "state"],
    ["1 Elm St|NV|Reno", "2 Elm St|CA|Chico"],
  ],
  [
    ["first_name", "email", "phone"],
    ["e@x.example|555-010-1111|Eva", "m@y.example|555-010-1112|Max"],
  ],
  [
    ["postal_code", "city", "custom_date"],
    ["Bern|1985-04-03|3001", "Thun|1990-01-02|3600"],
  ],
  [
    ["auto_add", "code", "city"],
    ["Bern|Ann Pond|K-104", "Thun|Max Bay|K-105"],
  ],
])("all of %j that have changed places in turns are asked about: %j", (fields, rows) => {
  expect(
    doubted(
      ["customer_username", ...fields],
      rows.map((row) => `u|${row}`),
    ),
  ).toEqual(fields);
});

test.each<[FieldName, readonly string[]]>([
  ["country", ["89501", "94105"]],
  ["state", ["555-010-1111", "555-010-1112"]],
  ["street1", ["e@x.example", "m@y.example"]],
  ["customer_PIN", ["e@x.example", "m@y.example"]],
])("what cannot be the field's is asked about where it stands alone: %s", (field, rows) => {
  expect(doubted([field], rows)).toEqual([field]);
});

test("dates are no card numbers, and names that repeat the family's are full names", () => {
  expect(doubted(["card_number", "phone"], ["12/05/2024|5550103", "13/05/2024|5550104"])).toEqual([
    "card_number",
  ]);
  expect(doubted(["first_name", "last_name"], ["Eva Pond|Pond", "Max Bay|Bay"])).toEqual([
    "first_name",
  ]);
});

test.each<[readonly FieldName[], readonly string[]]>([
  [
    ["postal_code", "phone"],
    ["90210-1234|555-0101", "90211-4321|555-0102"],
  ],
  [
    ["postal_code", "phone"],
    ["1234567890|88123456", "1987654321|88123457"],
  ],
  [
    ["postal_code", "phone"],
    ["SW1A 1AA|020 7946 0000", "K1A 0B1|613 555 0101"],
  ],
  [
    ["card_number", "auto_add"],
    ["12|1500", "13|2500", "14|900"],
  ],
  [
    ["card_number", "auto_add"],
    ["10023|150000", "10024|230000", "10025|410000"],
  ],
  [
    ["city", "street1"],
    ["Bern|Seehof", "Thun|Am Markt 7", "Chur|Postfach"],
  ],
  [
    ["code", "first_name"],
    ["SUN|Ann", "MOON|Ben"],
  ],
  [
    ["code", "first_name"],
    ["A1|Member 1", "A2|Member 2"],
  ],
  [
    ["country", "customer_PIN"],
    ["840|4321", "276|9911"],
  ],
  [
    ["state", "postal_code"],
    ["75|75015", "13|13001"],
  ],
  [
    ["custom_date", "phone"],
    ["20010203|555-0101", "19990203|555-0102"],
  ],
  [
    ["card_number", "phone"],
    ["0049-1001|030 1112223", "0049-1002|030 1112224"],
  ],
  [
    ["city", "state"],
    ["Rio|RJ", "Ulm|BW"],
  ],
  [
    ["postal_code", "auto_add"],
    ["101|1500", "220|2500"],
  ],
  [
    ["first_name", "last_name"],
    ["Eva Maria|Pond", "Max|Bay"],
  ],
  [
    ["card_number", "phone"],
    ["20240512|5550101", "20240513|5550102"],
  ],
  [
    ["customer_username", "email"],
    ["e@x.example|e@x.example", "m@y.example|m@y.example"],
  ],
  [
    ["street1", "postal_code"],
    ["12|1012 AB", "s/n|89073 Ulm"],
  ],
  [
    ["auto_add", "customer_PIN"],
    ["1 250 000|1234", "12 pts|abcd"],
  ],
  [
    ["street2", "state"],
    ["4|75", "5|2A"],
  ],
])("columns of %j in their places stay quiet: %j", (fields, rows) => {
  expect(doubted(fields, rows)).toEqual([]);
});

test.each([["vegan|golf"], ["none|"], ["|"]])(
  "labels that changed places at the platform are told whatever the first rows hold: %s",
  (row) => {
    const fresh = [
      { field: "custom_field_2", columns: [0], transforms: [], confidence: "certain" },
      { field: "custom_field_1", columns: [1], transforms: [], confidence: "certain" },
    ] as const;
    const fields = ["custom_field_1", "custom_field_2"] as const;
    expect(doubted(fields, [row], fresh)).toEqual(fields);
  },
);

test.each([
  ["Prénom", "PRENOM", true],
  ["Ὄνομα", "ΟΝΟΜΑ", true],
  ["Серёжа", "Сережа", true],
  ["Край", "Краи", false],
  ["パス", "バス", false],
])("%s and %s are one header: %s", (one, other, isSame) => {
  expect(normalHeader(one) === normalHeader(other)).toBe(isSame);
});
