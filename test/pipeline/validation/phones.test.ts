import { beforeAll, expect, test } from "vitest";
import { createPhoneJudge, loadPhones } from "../../../main/pipeline/validation/phones.ts";

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
