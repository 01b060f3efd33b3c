import { expect, test } from "vitest";
import { titleCase } from "../../../../main/pipeline/mapping/values/names/title-case.ts";
import { read } from "./one-value.ts";

test.each([
  ["1 січня 1985", "1985-01-01"],
  ["14 листопада 1990 р.", "1990-11-14"],
  ["1985. július 4.", "1985-07-04"],
  ["4 iulie 1985", "1985-07-04"],
  ["4 Ιουλίου 1985", "1985-07-04"],
  ["4. marts 1985", "1985-03-04"],
])("months are known in the languages of the headers: %s", (cell, day) => {
  expect(read("custom_date", cell)).toBe(day);
});

test.each([
  ["FRANKFURT AM MAIN", "Frankfurt am Main"],
  ["ROTHENBURG OB DER TAUBER", "Rothenburg ob der Tauber"],
  ["LIMBURG AN DER LAHN", "Limburg an der Lahn"],
  ["IM YOON AH", "Im Yoon Ah"],
  ["NGUYEN VAN AN", "Nguyen van An"],
  ["BAD TÖLZ", "Bad Tölz"],
])("particles of places are small: %s", (cell, expected) => {
  expect(titleCase(cell)).toBe(expected);
});
