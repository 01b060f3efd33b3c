import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FieldName } from "../../../preload/fields.ts";
import { doubtful } from "./tables/doubtful-lists.ts";
import { expectTable, fieldsOf, propose } from "./tables/expect-table.ts";
import { languageLists } from "./tables/language-lists.ts";
import { nearMisses } from "./tables/near-misses.ts";
import { officeLists } from "./tables/office-lists.ts";
import { shopLists } from "./tables/shop-lists.ts";
import { singleHeaders } from "./tables/single-headers.ts";
import { storeLists } from "./tables/store-lists.ts";
import { systemLists } from "./tables/system-lists.ts";

describe("proposing a mapping", () => {
  test.each(
    [...systemLists, ...shopLists, ...officeLists].map((list) => [list.name, list] as const),
  )("reads the export of %s", (_, list) => expectTable(list));

  test.each([...languageLists, ...storeLists].map((list) => [list.name, list] as const))(
    "reads headers in %s",
    (_, list) => expectTable(list),
  );

  test.each([...nearMisses, ...doubtful].map((list) => [list.name, list] as const))(
    "leaves alone: %s",
    (_, list) => expectTable(list),
  );

  test.each(singleHeaders)("reads %s as %s", (header, field, one, other) => {
    expect(fieldsOf(propose([header], [[one], [other]]), 0)).toBe(field);
  });

  test.each([
    "Phone",
    "Mobile",
    "Teléfono",
    "Móvil",
    "Handy",
    "Téléphone",
    "Cellulare",
    "Telefoon",
  ])("takes short local numbers for phones under the header %s alone", (header) => {
    const short = [["555-1"], ["555-2"], ["555-0101"]];
    expect(propose([header], short)).toMatchObject([{ field: "phone", confidence: "unsure" }]);
    expect(propose([header], [["1"], ["2"], ["1"]])).toEqual([]);
    expect(propose([header], [["10.25"], ["17.50"], ["3"]])).toEqual([]);
    expect(propose([`${header} status`], short)).toEqual([]);
  });

  test("takes a full name alone when first and last name are empty", () => {
    const mapping = propose(["First name", "Last name", "Customer name"], [["", "", "Jane Doe"]]);
    expect(mapping.map(({ field, columns }) => [field, columns])).toEqual([
      ["first_name", [2]],
      ["last_name", [2]],
    ]);
  });

  test("takes the missing half of a name out of the full one", () => {
    const rows = [
      ["Jane", "Jane Doe"],
      ["Luis", "Luis Vega Ruiz"],
    ];
    expect(propose(["First name", "Name"], rows)).toMatchObject([
      { field: "first_name", columns: [0], transforms: [] },
      { field: "last_name", columns: [1], transforms: [{ kind: "split", take: "rest" }] },
    ]);
  });

  test("takes a plain name of one word whole, with a number behind it too, to be looked at", () => {
    const whole = (header: string, names: readonly string[]) =>
      propose(
        [header, "E-mail"],
        names.map((name, at) => [name, `a${at}@example.com`]),
      ).filter(({ field }) => field !== "email");
    const first = [{ field: "first_name", columns: [0], confidence: "unsure", transforms: [] }];
    expect(whole("Name", ["Ana 17", "Ben 18", "Ana 204"])).toMatchObject(first);
    expect(whole("Name", ["Ana", "Ben", "Zoé"])).toMatchObject(first);
    expect(whole("Nombre completo", ["Luis 1", "Mar 2"])).toMatchObject(first);
    // Groups, codes and marks are nobody's name.
    expect(whole("Name", ["VIP", "GOLD", "BASIC"])).toEqual([]);
    expect(whole("Name", ["Gold", "Gold", "Basic", "Gold", "Basic"])).toEqual([]);
    expect(whole("Name", ["A-17", "A-18", "B-1"])).toEqual([]);
    expect(whole("Name", ["Ana 17", "Ben Lake", "Eva Hill"])).toMatchObject([
      { field: "first_name", transforms: [{ kind: "split", take: "first" }] },
      { field: "last_name", transforms: [{ kind: "split", take: "rest" }] },
    ]);
  });

  test("takes dates without a telling header for birthdays only where they can be nothing else", () => {
    const propositions = (header: string, dates: readonly string[]) =>
      propose(
        [header],
        dates.map((date) => [date]),
      ).map(({ field, confidence }) => [field, confidence]);
    const births = ["1970-07-14", "1966-07-28", "2001-02-03"];
    expect(propositions("Column 1", births)).toEqual([["custom_date", "unsure"]]);
    expect(propositions("Fecha", births)).toEqual([["custom_date", "unsure"]]);
    expect(propositions("Order date", births)).toEqual([]);
    expect(propositions("Column 1", ["2019-07-14", "2021-07-28", "2024-02-03"])).toEqual([]);
    expect(propositions("Fecha", [...births, "2024-02-03"])).toEqual([]);
  });

  test("finds postal codes and loyalty numbers by shapes that nothing else has", () => {
    const rows = [
      ["1011 AB", "2912345678906", "10001"],
      ["3011 CD", "2998765432106", "20002"],
    ];
    expect(propose(["Column A", "Column B", "Column C"], rows)).toMatchObject([
      { field: "postal_code", columns: [0], confidence: "unsure" },
      { field: "card_number", columns: [1], confidence: "unsure" },
    ]);
  });

  test("takes values for phones only where they are written as nothing else is", () => {
    const proposed = (...values: readonly string[]) =>
      propose(
        ["Column A"],
        values.map((value) => [value]),
      ).map(({ field }) => field);
    expect(proposed("+34 600 123 456", "+49 30 1234567")).toEqual(["phone"]);
    expect(proposed("0034 600 123 456", "(555) 123-4567")).toEqual(["phone"]);
    for (const others of [
      ["000501", "000502"],
      ["0012345678905", "0012345678912"],
      ["4111 1111 1111 1111", "5500 0000 0000 0004"],
      ["123-45-6789", "987-65-4321"],
      ["123.456.789-09", "987.654.321-00"],
      ["192.168.10.1", "192.168.10.22"],
    ]) {
      expect(proposed(...others), others.join()).toEqual([]);
    }
  });

  test("takes the API's own field names as certain", () => {
    const headers = ["card_number", "code", "custom_date", "customer_PIN", "custom_field_12"];
    expect(propose(headers).map(({ field, confidence }) => [field, confidence])).toEqual(
      headers.map((header) => [header, "certain"]),
    );
  });

  test("takes the API's own field names whatever the values, but no payment cards", () => {
    const rows = [
      ["4111111111111111", "Free coffee"],
      ["5500005555555559", "Tea"],
      ["378282246310005", ""],
    ];
    expect(propose(["card_number", "auto_add"], rows).map((each) => each.field)).toEqual([
      "auto_add",
    ]);
  });

  test("proposes neither of two custom fields with one label", () => {
    const custom = (["custom_field_7", "custom_field_9"] as const).map((field, at) => ({
      field,
      label: at === 0 ? "Size" : "size",
    }));
    expect(propose(["Email", "Size"], [], custom).map(({ field }) => field)).toEqual(["email"]);
  });

  test("finds the account's own labels of custom fields", () => {
    const custom = [{ field: "custom_field_7" as FieldName, label: "Favourite colour" }];
    expect(propose(["Email", "FAVOURITE COLOUR"], [], custom)).toMatchObject([
      { field: "email" },
      { field: "custom_field_7", columns: [1], confidence: "certain" },
    ]);
  });

  test.each(["ann&#64;example.com", "ann&commat;example.com", "ann%40example.com"])(
    "knows addresses whose sign is written as in web pages: %s",
    (address) => {
      expect(propose(["Card", "Email"], [["7001", address]]).map(({ field }) => field)).toEqual([
        "card_number",
        "email",
      ]);
    },
  );

  test("offers a full name as a split by its first blank", () => {
    const mapping = propose(["Full name"], [["Jane Doe"], ["Luis Vega Ruiz"]]);
    expect(mapping).toEqual([
      {
        field: "first_name",
        columns: [0],
        confidence: "likely",
        transforms: [{ kind: "split", by: "blank", take: "first" }],
      },
      {
        field: "last_name",
        columns: [0],
        confidence: "likely",
        transforms: [{ kind: "split", by: "blank", take: "rest" }],
      },
    ]);
  });

  test("splits a full name by the comma where the last name comes first", () => {
    const mapping = propose(["Customer name"], [["Doe, Jane"], ["Vega Ruiz, Luis"]]);
    expect(mapping.map(({ field, transforms }) => [field, transforms[0]])).toEqual([
      ["first_name", { kind: "split", by: "comma", take: "rest" }],
      ["last_name", { kind: "split", by: "comma", take: "first" }],
    ]);
  });

  test.each([
    ["in most rows", ["LAKE Ann", "DE LA TOUR Jean", "O’BRIEN Sean"], "rest"],
    ["in one of three rows", ["LAKE Ann", "Jean Tour", "Sean O’Brien"], "first"],
    ["in no row, where all is in capitals", ["ANN LAKE", "JEAN TOUR"], "first"],
    ["behind the given name", ["Ann LAKE", "Jean TOUR"], "first"],
    ["as a title", ["MR Ben Hill", "DR Ann Lake"], "first"],
  ])("takes the family name from the front where it stands in capitals: %s", (_, names, take) => {
    const [first] = propose(
      ["Customer name"],
      names.map((name) => [name]),
    );
    expect(first).toMatchObject({ field: "first_name", transforms: [{ by: "blank", take }] });
  });

  test.each([
    [
      ["Birth Day", "Birth Month", "Birth Year"],
      ["5", "7", "1985"],
      [2, 1, 0],
    ],
    [
      ["BirthYear", "BirthMonth", "BirthDay"],
      ["1985", "July", "5"],
      [0, 1, 2],
    ],
    [
      ["DOB_MM", "DOB_DD", "DOB_YYYY"],
      ["07", "05", "1985"],
      [2, 0, 1],
    ],
    [
      ["Geburtstag", "Geburtsmonat", "Geburtsjahr"],
      ["5", "7", "1985"],
      [2, 1, 0],
    ],
    [
      ["Día nacimiento", "Mes nacimiento", "Año nacimiento"],
      ["5", "7", "1985"],
      [2, 1, 0],
    ],
    [
      ["Jour de naissance", "Mois de naissance", "Année de naissance"],
      ["5", "7", "1985"],
      [2, 1, 0],
    ],
  ])("joins the parts of a birthday so that they have one reading: %s", (headers, row, columns) => {
    const mapping = propose(headers, [row, ["", "", ""]]);
    expect(mapping).toMatchObject([{ field: "custom_date", columns, confidence: "likely" }]);
    expect(mapping[0]?.dateFormat).toBeUndefined();
  });

  test.each([
    ["a year that some lack", ["Birth Day", "Birth Month", "Birth Year"], ["5", "7", ""]],
    ["no year", ["Birth Day", "Birth Month", "City"], ["5", "7", "Bath"]],
    ["values that are no parts", ["Birth Day", "Birth Month", "Birth Year"], ["51", "7", "1985"]],
    ["parts of another date", ["Day", "Month", "Year"], ["5", "7", "2024"]],
  ])("joins no birthday of %s", (_, headers, row) => {
    const mapping = propose(headers, [row, ["25", "12", "1979"].slice(0, row.length)]);
    expect(mapping.filter(({ field }) => field === "custom_date")).toEqual([]);
  });

  test("joins street and house number, infix and last name in reading order", () => {
    const mapping = propose(["Achternaam", "Tussenvoegsel", "Huisnummer", "Straat", "Voornaam"]);
    expect(mapping.find((each) => each.field === "last_name")?.columns).toEqual([1, 0]);
    expect(mapping.find((each) => each.field === "street1")?.columns).toEqual([3, 2]);
  });

  test.each([
    [
      ["Card", "House No", "Street"],
      ["1", "12", "Oak Road"],
      [1, 2],
    ],
    [
      ["Card", "Street", "House Number"],
      ["1", "Oak Road", "12"],
      [1, 2],
    ],
    [
      ["Carte", "N°", "Voie"],
      ["1", "4 bis", "rue du Bac"],
      [1, 2],
    ],
    [
      ["Carte", "Numéro de voie", "Nom de la voie"],
      ["1", "4", "rue du Bac"],
      [1, 2],
    ],
    [
      ["Karte", "Nr.", "Straße"],
      ["1", "12", "Eichenweg"],
      [2, 1],
    ],
    [["No", "Street"], ["12", "Oak Road"], [1]],
    [["Card", "No", "Street"], ["1", "1", "12 Oak Road"], [2]],
  ])("reads the house number where %s has it", (headers, row, columns) => {
    const mapping = propose(headers, [row, row.with(0, "2")]);
    expect(mapping.find((each) => each.field === "street1")?.columns).toEqual(columns);
  });

  test("takes no numbers that count customers for those of houses", () => {
    const rows = ["101", "102", "103"].map((number) => ["Ann", number, "Oak Road"]);
    const mapping = propose(["First name", "No", "Street"], rows);
    expect(mapping.find((each) => each.field === "street1")?.columns).toEqual([2]);
  });

  test("prefers the mobile of several phones and is less sure of it", () => {
    const rows = [["512-555-0100", "512-555-0101", "512-555-0102"]];
    const mapping = propose(["Phone", "Home phone", "Mobile"], rows);
    expect(mapping).toMatchObject([{ field: "phone", columns: [2], confidence: "likely" }]);
  });

  test("prefers a phone column with values over an empty mobile column", () => {
    const mapping = propose(["Mobile", "Phone"], [["", "512-555-0102"]]);
    expect(mapping).toMatchObject([{ field: "phone", columns: [1] }]);
  });

  test("takes a billing address only where the list has no other", () => {
    const billing = ["Billing Street", "Billing City", "Billing ZIP"];
    expect(propose(billing).map((each) => each.field)).toEqual(["street1", "city", "postal_code"]);
    expect(propose([...billing, "City"])).toMatchObject([{ field: "city", columns: [3] }]);
  });

  test("proves the date format by a day above 12", () => {
    const dates = (values: readonly string[]) =>
      propose(
        ["Birthday"],
        values.map((value) => [value]),
      )[0]?.dateFormat;
    expect(dates(["03/04/1990", "14/07/1970"])).toBe("DD/MM/YYYY");
    expect(dates(["03/04/1990", "07/14/1970"])).toBe("MM/DD/YYYY");
    expect(dates(["03/04/90", "14/07/70"])).toBe("DD/MM/YY");
    expect(dates(["03/04/1990", "05/06/1970"])).toBeUndefined();
    expect(dates(["13/04/1990", "05/16/1970"])).toBeUndefined();
    expect(dates(["1990-04-03"])).toBeUndefined();
  });

  test("keeps a damaged card column mapped, so that the damage is told", () => {
    const rows = [["1.23457E+15"], ["1.23458E+15"], ["1.23459E+15"]];
    expect(propose(["Loyalty card"], rows)).toMatchObject([{ field: "card_number" }]);
    const alike = Array.from({ length: 12 }, () => ["6.00649E+15"]);
    expect(propose(["Loyalty card"], alike)).toMatchObject([{ field: "card_number" }]);
    expect(propose(["Customer ID"], alike)).toMatchObject([{ field: "code" }]);
  });

  test("finds e-mail addresses by their values where no header speaks", () => {
    const rows = [
      ["a@example.com", "+1 512-555-0100"],
      ["b@example.com", "+1 512-555-0101"],
    ];
    expect(propose(["Column 1", "Column 2"], rows)).toMatchObject([
      { field: "email", columns: [0], confidence: "likely" },
      { field: "phone", columns: [1], confidence: "unsure" },
    ]);
    expect(propose(["Post address (net)"], rows)).toMatchObject([
      { field: "email", columns: [0], confidence: "unsure" },
    ]);
  });

  test("never uses a column twice but for a split name, nor a field twice", () => {
    const lists = [...systemLists, ...shopLists, ...languageLists, ...nearMisses, ...doubtful];
    const header = fc.constantFrom(...lists.flatMap((list) => list.headers));
    const value = fc.oneof(
      fc.constantFrom(...lists.flatMap((list) => list.rows.flat())),
      fc.string(),
    );
    const list = fc
      .uniqueArray(header, { minLength: 1, maxLength: 25 })
      .chain((headers) =>
        fc.tuple(
          fc.constant(headers),
          fc.array(fc.array(value, { minLength: 0, maxLength: headers.length }), { maxLength: 4 }),
        ),
      );
    fc.assert(
      fc.property(list, ([headers, rows]) => {
        const mapping = propose(headers, rows);
        const fields = mapping.map((each) => each.field);
        expect(new Set(fields).size).toBe(fields.length);
        for (let column = 0; column < headers.length; column += 1) {
          expect(["-", "first_name+last_name", "last_name+first_name"]).toContain(
            fieldsOf(mapping, column).includes("+") ? fieldsOf(mapping, column) : "-",
          );
        }
      }),
    );
  });
});
