import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editDistance } from "../../../../main/pipeline/mapping/headers/edit-distance.ts";
import { fieldsOf, propose } from "../tables/expect-table.ts";

describe("headers with a slip of the pen", () => {
  test.each([
    ["Frist name", "first_name"],
    ["Last nmae", "last_name"],
    ["Surnmae", "last_name"],
    ["Addres", "street1"],
    ["Telefonnumer", "phone"],
    ["Moblie", "phone"],
    ["E-mial", "email"],
    ["Emial adress", "email"],
    ["Birthdya", "custom_date"],
    ["Post cdoe", "postal_code"],
    ["Contry", "country"],
    ["Loyalty crad number", "card_number"],
    ["Costumer number", "code"],
    ["Custommer ID", "code"],
    ["Nachnahme", "last_name"],
    ["Apellidso", "last_name"],
    ["Telefno", "phone"],
    ["Nazwsiko", "last_name"],
    ["Efternman", "last_name"],
    ["Sähkoposit", "email"],
    ["Фамлия", "last_name"],
    ["Fist name", "first_name"],
    ["Last anme", "last_name"],
    ["Addres line 2", "street2"],
  ])("are proposed as unsure: %s", (header, field) => {
    expect(propose([header]).map((each) => [each.field, each.confidence])).toEqual([
      [field, "unsure"],
    ]);
  });

  test.each([
    ["Lnad", "country", ["Vorname", "Nachname", "Straße"], "Österreich"],
    ["Statd", "city", ["Vornmae", "Nachnmae", "Strasse"], "Graz"],
    ["Vile", "city", ["Prénom", "Téléphone", "Code postal"], "Lyon"],
    ["Payss", "country", ["Prénom", "Téléphone", "Code postal"], "Belgique"],
    ["Prémon", "first_name", ["Téléphone", "Courriel", "Code postal"], "Zoé"],
    ["Nonbre", "first_name", ["Apellidos", "Teléfono", "Código postal"], "Begoña"],
    ["Vile", "-", ["First name", "Last name", "Email"], "Lyon"],
    ["Cita", "-", ["Apellidos", "Teléfono", "Código postal"], "Lunes"],
    ["Stat", "-", ["First name", "Last name", "Email"], "active"],
    ["Car number", "-", ["First name", "Last name", "Email"], "1234 BCD"],
    ["Customer car", "-", ["First name", "Last name", "Email"], "1234 BCD"],
    ["Birth name", "-", ["First name", "Last name", "Email"], "Miller"],
  ])(
    "of short words count in a list of that language: %s is %s",
    (header, field, others, value) => {
      const headers = [...others, header];
      const rows = [[...others.map(() => ""), value]];
      expect(fieldsOf(propose(headers, rows), others.length)).toBe(field);
    },
  );

  test("of words that are ordinary ones are none", () => {
    const headers = [
      ...[
        "Stage",
        "Count",
        "Counts",
        "Stats",
        "Career",
        "Carrier",
        "Target",
        "Anniversary",
        "Calls",
      ],
      ...["Movie", "Frame", "Nations", "Local", "Villa", "Familie", "Karma", "Cable", "Direction"],
      ...[
        "First visit",
        "Last visit",
        "First sale",
        "Last sale",
        "First date",
        "Last game",
        "Home store",
      ],
      ...["Store name", "Card type", "Card status", "Phone type", "Order number", "Customer type"],
      ...[
        "Geburtsort",
        "Geburtsname",
        "Telefax",
        "Steuernummer",
        "Kundengruppe",
        "Nome mae",
        "Note",
      ],
      ...[
        "Numer faktury",
        "Kod produktu",
        "Datum registrace",
        "Ordernummer",
        "Laskunumero",
        "Sipariş no",
      ],
      ...["Точка продаж", "Дата покупки", "Номер чека", "Nomi", "Ciry", "Zpi"],
    ];
    const proposed = propose(headers).flatMap(({ columns }) => columns.map((at) => headers[at]));
    expect(proposed).toEqual([]);
  });

  test("are proposed last of all, and where one column alone may be meant", () => {
    const of = (headers: readonly string[]) => {
      const mapping = propose(headers);
      return headers.map((_, at) => fieldsOf(mapping, at));
    };
    expect(of(["Addres", "Street"])).toEqual(["-", "street1"]);
    expect(of(["Frist name", "Fisrt name"])).toEqual(["-", "-"]);
    expect(of(["Full name", "Frist name"])).toEqual(["first_name+last_name", "-"]);
  });

  test("are no proposal where the values say something else", () => {
    const rows = [["Bonn"], ["Ulm"], ["Jena"]];
    for (const header of ["Emial", "Brithday", "Telefonnumer", "Postel code"]) {
      expect(propose([header], rows), header).toEqual([]);
    }
    const cards = ["4111111111111111", "5500005555555559", "378282246310005"];
    expect(
      propose(
        ["Crad number"],
        cards.map((card) => [card]),
      ),
    ).toEqual([]);
  });

  test("are never taken for points, names of users or passwords", () => {
    for (const header of ["Auto ad", "Ponits to add", "Usernmae", "Customer passwrod", "Nmae"]) {
      expect(propose([header]), header).toEqual([]);
    }
  });

  test("differ by letters that are wrong, missing, too many or swapped", () => {
    expect(editDistance("street", "stret", 2)).toBe(1);
    expect(editDistance("frist", "first", 2)).toBe(1);
    expect(editDistance("costumer", "customer", 2)).toBe(2);
    expect(editDistance("adress", "zipcode", 2)).toBe(3);
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, fc.nat(3), (a, b, most) => {
        const distance = editDistance(a, b, most);
        expect(distance).toBe(editDistance(b, a, most));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(most + 1);
      }),
    );
  });
});
