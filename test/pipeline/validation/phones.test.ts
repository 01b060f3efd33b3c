import { beforeAll, expect, test } from "vitest";
import {
  createPhoneJudge,
  createPhoneWriter,
  loadPhones,
} from "../../../main/pipeline/validation/phones.ts";
import type { Mapping } from "../../../preload/types.ts";

beforeAll(loadPhones);

test.each([
  ["612 34 56 78", ""],
  ["+34 612 34 56 78", ""],
  ["0034 612345678", ""],
  ["34612345678", ""],
  ["(+34) 912-345-678", ""],
  ["912 345 678 ext. 4", ""],
  ["+41 44 668 18 00", ""],
  ["030 901820", "Germany"],
  ["030 901820", "alemania"],
  ["(512) 555-0100", "USA"],
  ["020 7946 0958", "Reino Unido"],
  ["12345678", "Narnia"],
])("in a list of Spain %s is no wrong number, of a customer in “%s”", (phone, country) => {
  expect(createPhoneJudge("ES")(phone, country)).toBeNull();
});

test.each([
  ["1234567", "", "ES"],
  ["112 345 678", "", "ES"],
  ["+34 12 34", "", "ES"],
  ["612 34 56 7", "Spain", "ES"],
  ["030 12", "DE", "DE"],
])("in a list of Spain %s of a customer in “%s” is no number of %s", (phone, country, told) => {
  expect(createPhoneJudge("ES")(phone, country)).toBe(told);
});

const WRITTEN: Mapping = [
  { field: "phone", columns: [0], transforms: [{ kind: "international-phone" }] },
  { field: "country", columns: [1], transforms: [] },
];

test.each([
  ["ES", "612 34 56 78", "", "+34612345678"],
  ["ES", "0034 612345678", "", "+34612345678"],
  ["ES", "(+34) 912-345-678", "", "+34912345678"],
  ["ES", "030 901820", "Germany", "+4930901820"],
  ["ES", "+41 44 668 18 00", "", "+41446681800"],
  ["ES", "+41 (0)44 668 18 00", "Narnia", "+41446681800"],
  ["CH", "044 668 18 00", "", "+41446681800"],
  ["CH", "(0)44 668 18 00", "", "+41446681800"],
  ["US", "(512) 555-0100", "", "+15125550100"],
  ["US", "1-512-555-0100", "USA", "+15125550100"],
  ["IT", "06 698 12345", "", "+390669812345"],
  [null, "612 34 56 78", "España", "+34612345678"],
  ["ES", "+34612345678", "", "+34612345678"],
])("with a list of %s, %s of a customer in “%s” is written %s", (country, phone, own, written) => {
  expect(createPhoneWriter(WRITTEN, country)([phone, own])).toEqual([written, own]);
});

test.each([
  ["ES", "912 345 678 ext. 4", ""],
  ["US", "(512) 555-0100 x12", ""],
  ["ES", "1234567", ""],
  ["ES", "612 34 56 78", "Narnia"],
  ["ES", "612345678 Ana", ""],
  ["ES", "Tel. 612345678", ""],
  ["ES", "612345678 / 699123456", ""],
  ["ES", "612345678, 699123456", ""],
  ["ES", "41446681800", ""],
  ["ES", "n/a", ""],
  ["ES", "", ""],
  [null, "612 34 56 78", ""],
])("with a list of %s, %s of a customer in “%s” stays as it is", (country, phone, own) => {
  expect(createPhoneWriter(WRITTEN, country)([phone, own])).toEqual([phone, own]);
});

test("no phone is written anew unless the mapping says so", () => {
  const off = WRITTEN.map((entry) => ({ ...entry, transforms: [] }));
  expect(createPhoneWriter(off, "ES")(["612 34 56 78", ""])).toEqual(["612 34 56 78", ""]);
});
