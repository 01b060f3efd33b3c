import { expect, test } from "vitest";
import type { DateCorrections } from "../../../main/pipeline/mapping/dates/correct-date.ts";
import { createListCheck } from "../../../main/pipeline/staging/thread/checked-rows.ts";
import type { Mapping } from "../../../preload/types.ts";
import { options } from "./values/one-value.ts";

const columns = [
  { index: 0, header: "Card", samples: [] },
  { index: 1, header: "Anniversary", samples: [] },
];
const mapping: Mapping = [
  { field: "card_number", columns: [0], transforms: [] },
  { field: "custom_field_3", columns: [1], transforms: [] },
];

/** What is found in a custom field of these values, and what is sent of it. */
function judged(values: readonly string[], dates: DateCorrections = {}) {
  const { check, findings } = createListCheck({ headerRow: 1, mapping, options, columns, dates });
  const sent = values.map((value, at) => {
    const row = { number: at + 2, cells: [String(7001 + at), value] };
    return check(row).mapped.values[1];
  });
  return { sent, codes: findings().map(({ code }) => code) };
}

const SWAPPED = ["1985-07-05", "1990-11-02", "13/05/1985", "25/12/1979", "30/01/2001"];
const IN_UTC = ["1985-05-04T15:00:00Z", "1990-11-01T15:00:00Z", "2001-03-30T15:00:00Z"];

test("dates in a custom field that a program has swapped or moved are told, and put right as in the date field", () => {
  expect(judged(SWAPPED).codes).toEqual(["dates-swapped"]);
  expect(judged(SWAPPED, { swapDates: true }).sent.slice(0, 3)).toEqual([
    ...["1985-05-07", "1990-02-11", "13/05/1985"],
  ]);
  expect(judged(IN_UTC).codes).toEqual(["dates-in-utc"]);
  expect(judged(IN_UTC, { dateZone: "Asia/Tokyo" }).sent[0]).toBe("1985-05-05");
});

test.each([
  ["times of day", ["2024-05-04T15:12:00Z", "2024-06-01T08:30:00Z", "2024-06-02T11:00:00Z"]],
  ["days", ["1985-07-25", "1990-11-02", "1979-12-25"]],
  ["texts", ["vip", "12E34", "10-12"]],
])("%s in a custom field are no finding, and stay as they are", (_, values) => {
  expect(judged(values).codes).toEqual([]);
  expect(judged(values, { dateZone: "Asia/Tokyo" }).sent).toEqual(values);
});
