import { describe, expect, test } from "vitest";
import { propose } from "./tables/expect-table.ts";

describe("names in numbered columns", () => {
  const fields = (rows: readonly (readonly string[])[]) =>
    propose(["Kundennr", "Name1", "Name2"], rows).map(
      ({ field, columns }) => `${field} ${columns}`,
    );

  test.each([
    ["Schmidt", "Peter", "Müller GmbH", ""],
    ["Lange", "Anna-Lena", "Vogt", "Hans Peter"],
    ["Lake", "Ann", "Hill", "Ben"],
  ])("%s and %s are a family and a given name", (one, two, other, behind) => {
    expect(
      fields([
        ["10001", one, two],
        ["10002", other, behind],
      ]),
    ).toEqual(["code 0", "last_name 1", "first_name 2"]);
  });

  test("the given name may stand in front", () => {
    const rows = [
      ["10001", "Anna", "Weiß"],
      ["10002", "Jörg", "von Groß"],
    ];
    expect(fields(rows)).toEqual(["code 0", "first_name 1", "last_name 2"]);
  });

  test.each([
    ["Anna Vogt", "c/o Kern", "Jan Roth", ""],
    ["Anna Vogt", "Filiale 2", "Kern GmbH", "Lager"],
    ["Lange", "Abt. Einkauf", "Kern AG", "Lager 2"],
    ["Lange", "Winkler", "Franke", "Kern"],
  ])("%s and others show nothing of it", (one, two, other, behind) => {
    expect(
      fields([
        ["10001", one, two],
        ["10002", other, behind],
      ]),
    ).not.toContain("first_name 2");
  });
});

describe("first and last name in one column of the two", () => {
  test.each([
    ["First Name", "Last Name", "Ann Lake", "Ben Hill"],
    ["Last Name", "First Name", "Lake, Ann", "Hill, Ben"],
    ["Nachname", "Vorname", "Anna von See", "Ben Berg"],
  ])("divides whole names below %s where nothing is below %s", (header, other, one, two) => {
    const mapping = propose(
      ["Card", header, other],
      [
        ["7000001", one, ""],
        ["7000002", two, ""],
      ],
    );
    expect(mapping.map(({ field, columns }) => [field, columns])).toEqual([
      ["card_number", [0]],
      ["first_name", [1]],
      ["last_name", [1]],
    ]);
    expect(mapping[1]).toMatchObject({ confidence: "unsure" });
  });

  test.each([
    ["one of several has a last name", "Ann Lake", "", "Ben", "Hill"],
    ["first names of two words stand beside single ones", "Mary Ann", "", "Ben", ""],
    ["there are last names", "Mary Ann", "Lake", "Jean Paul", "Hill"],
  ])("leaves first names alone where %s", (_, first, last, second, other) => {
    const mapping = propose(
      ["Card", "First Name", "Last Name"],
      [
        ["7000001", first, last],
        ["7000002", second, other],
      ],
    );
    expect(mapping.map(({ columns }) => columns)).toEqual([[0], [1], [2]]);
  });
});

describe("whole names, some of which are single words", () => {
  const fields = (names: readonly string[]) =>
    propose(
      ["Card", "Full name"],
      names.map((name, at) => [`700${at}`, name]),
    ).map(({ field, columns }) => `${field} ${columns}`);

  test.each([[["Madonna", "Ada Frost", "Cher"]], [["Madonna", "Ada Frost", "Prince,"]]])(
    "%s are divided",
    (names) => {
      expect(fields(names)).toEqual(["card_number 0", "first_name 1", "last_name 1"]);
    },
  );

  test.each([
    [["GOLD", "Gold Plus", "SILVER", "VIP"]],
    [["Gold", "Gold Plus", "Gold", "Gold", "Gold"]],
    [["annlake77", "Ada Frost", "bhill", "m_orr"]],
  ])("%s are no names", (names) => {
    expect(fields(names)).toEqual(["card_number 0"]);
  });
});

test("single words beside a firm below numbered headers are not divided", () => {
  const rows = [
    ["1", "Kern AG", "Lager"],
    ["2", "Vogt", "Einkauf"],
    ["3", "Roth", "Filiale 2"],
  ];
  const mapping = propose(["Code", "Name1", "Name2"], rows);
  expect(mapping.map(({ field }) => field)).toEqual(["code"]);
});

test.each(["№ 1001", "#1001"])("%s is a card number", (card) => {
  const mapping = propose(["Card", "First name"], [[card, "Ada"]]);
  expect(mapping.map(({ field }) => field)).toContain("card_number");
});
