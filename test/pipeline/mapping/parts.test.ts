import { describe, expect, test } from "vitest";
import { createMapper } from "../../../main/pipeline/mapping/apply.ts";
import { fieldsOf, propose } from "./tables/expect-table.ts";

const others = ["顧客番号", "姓", "名"];
const people = [
  ["1", "山田", "太郎"],
  ["2", "佐藤", "花子"],
];

/** `field columns` of the numbers, in a list of people. */
function numbersOf(headers: readonly string[], values: readonly (readonly string[])[]) {
  const rows = people.map((person, at) => [...person, ...(values[at] ?? [])]);
  const mapping = propose([...others, ...headers], rows);
  return {
    rows,
    mapping,
    found: mapping
      .filter(({ field }) => field === "phone" || field === "postal_code")
      .map(({ field, columns }) => `${field} ${columns.map((at) => at - others.length)}`),
  };
}

describe("numbers whose parts have a column each", () => {
  test.each([["電話番号"], ["TEL"], ["お電話番号"]])("are one phone: %s 1, 2 and 3", (name) => {
    const { found } = numbersOf(
      [`${name}1`, `${name}2`, `${name}3`],
      [
        ["03", "1234", "5678"],
        ["090", "2345", "6789"],
      ],
    );
    expect(found).toEqual(["phone 0,1,2"]);
  });

  test("are joined as they are written there", () => {
    const { mapping, rows } = numbersOf(
      ["郵便番号1", "郵便番号2", "電話番号1", "電話番号2", "電話番号3"],
      [
        ["150", "0001", "03", "1234", "5678"],
        ["060", "0042", "090", "2345", "6789"],
      ],
    );
    const { mapped } = createMapper(mapping, [])({ number: 3, cells: rows[1] ?? [] });
    expect(mapped.values).toContain("060-0042");
    expect(mapped.values).toContain("090-2345-6789");
  });

  test("are not joined where each is a number of its own", () => {
    const phones = numbersOf(
      ["電話番号1", "電話番号2", "電話番号3"],
      [
        ["03-1234-5678", "090-1234-5678", ""],
        ["06-1234-5678", "080-1234-5678", ""],
      ],
    );
    expect(phones.found).toEqual(["phone 0"]);
    expect(numbersOf(["FAX1", "FAX2", "FAX3"], [["03", "1234", "5678"]]).found).toEqual([]);
  });
});

describe("a postal code and a city in one column", () => {
  const field = (header: string, others: readonly string[], values: readonly string[]) =>
    fieldsOf(
      propose(
        [...others, header],
        values.map((value) => [...others.map(() => ""), value]),
      ),
      others.length,
    );

  test.each([
    ["PLZ/Ort", ["Vorname", "Nachname"], ["01067 Dresden", "80331 München"]],
    ["CP Ville", ["Prénom", "Adresse"], ["75001 Paris", "06000 Nice"]],
    ["Postnummer og by", ["Fornavn", "Efternavn"], ["9000 Aalborg", "7100 Vejle"]],
    ["Postinumero ja toimipaikka", ["Etunimi", "Sukunimi"], ["00100 Helsinki", "33200 Tampere"]],
    ["Kod pocztowy i miasto", ["Imię", "Nazwisko"], ["00-950 Warszawa", "31-042 Kraków"]],
  ])("are both proposed: %s", (header, others, values) => {
    expect(field(header, others, values)).toBe("postal_code+city");
  });

  test("are none where a blank does not part them", () => {
    expect(field("Postnr/Ort", ["Förnamn", "Efternamn"], ["111 22 Stockholm"])).toBe("-");
    expect(field("PLZ/Ort", ["Vorname", "Nachname"], ["Dresden", "Ulm"])).toBe("-");
  });
});

describe("words for yes and no that are places", () => {
  const of = (header: string, values: readonly string[]) =>
    fieldsOf(
      propose(
        [header, "Poststed"],
        values.map((value) => [value, "Oslo"]),
      ),
      0,
    );

  test("stand for the one country of a list", () => {
    expect(of("Landkode", ["NO", "NO", "NO"])).toBe("country");
    expect(of("Country", ["SI", "SI", "SI"])).toBe("country");
    expect(of("Land", ["A", "A", "A"])).toBe("country");
  });

  test("are ticks otherwise", () => {
    expect(of("Country", ["SI", "NO", "SI"])).toBe("-");
    expect(of("Country", ["no", "no", "no"])).toBe("-");
    expect(of("Mobil", ["NO", "NO", "NO"])).toBe("-");
  });
});

test.each([
  ["Adresse - Straße", "Adresse - PLZ", "Adresse - Ort", "Adresse - Land"],
  ["Adresse : rue", "Adresse : code postal", "Adresse : ville", "Adresse : pays"],
  ["Adresa - ulice", "Adresa - PSČ", "Adresa - město", "Adresa - země"],
  ["Adress gata", "Adress postnr", "Adress ort", "Adress land"],
])("the parts of an address that each say so are one: %s, %s, %s, %s", (...headers) => {
  const mapping = propose(headers, [["Ring 1", "01067", "Ulm", "AT"]]);
  expect(headers.map((_, at) => fieldsOf(mapping, at))).toEqual([
    ...["street1", "postal_code", "city", "country"],
  ]);
});

test("a place of residence is a town or a street by its values", () => {
  const headers = ["Imię", "Nazwisko", "Miejsce zamieszkania"];
  const field = (place: string) => fieldsOf(propose(headers, [["Ewa", "Bąk", place]]), 2);
  expect(field("Kraków")).toBe("city");
  expect(field("Polna 5")).toBe("street1");
});

test("a Swedish postal address is the town beside a street, the street where there is none", () => {
  const headers = ["Adress", "Postnr", "Postadress"];
  const rows = [
    ["Kungsgatan 12", "21145", "Malmö"],
    ["Skolvägen 3", "22350", "Lund"],
  ];
  expect(fieldsOf(propose(headers, rows), 2)).toBe("city");
  expect(fieldsOf(propose(["Postadress", "Ort"], [["Kungsgatan 12", "Malmö"]]), 0)).toBe("street1");
  expect(fieldsOf(propose(headers, [["Kungsgatan 12", "21145", "Box 12"]]), 2)).toBe("-");
});

describe("a phone behind its area code", () => {
  const phoneOf = (headers: readonly string[], values: readonly (readonly string[])[]) => {
    const rows = values.map((each, at) => [`700000${at}`, "Ann", ...each]);
    const mapping = propose(["Card", "First Name", ...headers], rows);
    const { mapped } = createMapper(mapping, [])({ number: 2, cells: rows[0] ?? [] });
    return mapped.values[mapping.findIndex(({ field }) => field === "phone")];
  };

  test.each([
    [["DDD", "Telefone"], ["11", "98765-4321"], "11 98765-4321"],
    [["Vorwahl", "Telefon"], ["0351", "123456"], "0351 123456"],
    [["Area Code", "Phone"], ["(217)", "555-0101"], "(217) 555-0101"],
    [["Prefijo", "Teléfono"], ["91", "5550101"], "91 5550101"],
    [["지역번호", "전화번호"], ["02", "555-0101"], "02 555-0101"],
    [["市外局番", "電話番号"], ["03", "1234-5678"], "03 1234-5678"],
  ])("takes both columns: %j", (headers, values, phone) => {
    expect(phoneOf(headers, [values, values])).toBe(phone);
  });

  test.each([
    [["DDD", "Telefone"], ["11", "(11) 98765-4321"], "(11) 98765-4321"],
    [["Area Code", "Phone"], ["217", "2175550101"], "2175550101"],
    [["Store", "Phone"], ["217", "555-0101"], "555-0101"],
  ])(
    "stays alone where it is whole, or what is before it is none: %j",
    (headers, values, phone) => {
      expect(phoneOf(headers, [values, values])).toBe(phone);
    },
  );
});
