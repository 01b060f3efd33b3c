import { describe, expect, test } from "vitest";
import { propose } from "./tables/expect-table.ts";

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
