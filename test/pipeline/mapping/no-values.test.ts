import { expect, test } from "vitest";
import { titleCase } from "../../../main/pipeline/mapping/values/title-case.ts";
import type { FieldName } from "../../../preload/fields.ts";
import { readValue } from "./one-value.ts";

function read(field: FieldName, cell: string): string {
  const { value, told } = readValue(field, cell);
  const codes = told.map(({ severity, code }) => (severity === "error" ? `${code}!` : code));
  return [value, ...codes.filter((code) => code !== "key-characters")].join(" | ");
}

test.each<[FieldName, string]>([
  ["first_name", "NONE"],
  ["first_name", "N/a"],
  ["last_name", "-----"],
  ["city", "****"],
  ["first_name", "Unknown"],
  ["last_name", "UNBEKANNT"],
  ["last_name", "desconocida"],
  ["first_name", "Not Provided"],
  ["street1", "non renseigné"],
  ["last_name", "неизвестно"],
  ["first_name", "不明"],
  ["first_name", "{{first_name}}"],
  ["last_name", "*|LNAME|*"],
  ["first_name", "%FIRSTNAME%"],
  ["last_name", "[Last Name]"],
  ["first_name", "[object Object]"],
  ["first_name", "null null"],
  ["email", "{{email}}"],
  ["phone", "s/n"],
  ["first_name", "(not set)"],
  ["last_name", "o. A."],
  ["first_name", "N/I"],
  ["last_name", "BİLİNMİYOR"],
  ["city", "BILINMIYOR"],
  ["city", "belirtilmemiş"],
  ["last_name", "НЕ УКАЗАНО"],
  ["first_name", "no indica"],
  ["last_name", "N.N."],
  ["first_name", "該当なし"],
  ["city", "neuvedeno"],
  ["email", "pas d'email"],
  ["phone", "liegt nicht vor"],
  ["email", "YOK"],
  ["postal_code", "n/b"],
  ["phone", "nie posiada"],
  ["custom_date", "no date"],
  ["city", "〃"],
])("of a %s, %s stands for no value", (field, cell) => {
  expect(read(field, cell)).toBe(" | placeholder-emptied");
});

test.each([
  "unknown",
  "NONE",
  "TBD",
  "----",
  "???",
  "no card",
  "Keine",
  "sin tarjeta",
  "DELETED",
  "KART YOK",
])("a card number of %s is refused", (cell) => {
  expect(read("card_number", cell)).toBe(`${cell} | placeholder-key!`);
});

test.each<[FieldName, string, string]>([
  ["phone", "H: 555-0105 C: 555-0106", "555-0105 | several-phones-in-cell"],
  ["phone", "Home: 555-0101 / Cell: 555-0102", "555-0101 | several-phones-in-cell"],
  ["phone", "5550101 (home) 5550102 (work)", "5550101 | several-phones-in-cell"],
  ["phone", "555-0101 & 555-0102", "555-0101 | several-phones-in-cell"],
  ["phone", "555-0101 - 555-0102", "555-0101 | several-phones-in-cell"],
  ["phone", "0171-1234567 030-7654321", "0171-1234567 | several-phones-in-cell"],
  ["phone", "+49 171 1234567 +49 30 7654321", "+49 171 1234567 | several-phones-in-cell"],
  ["phone", "M: 0171 1234567", "0171 1234567 | prefix-removed"],
  ["phone", "555-0101 (home)", "555-0101 | prefix-removed"],
  ["first_name", "Ren\\u00e9e", "Renée | entities-decoded"],
  ["last_name", "N=C3=BA=C3=B1ez", "Núñez | entities-decoded"],
  ["city", "K%C3%B6ln", "Köln | entities-decoded"],
  ["first_name", "Ren?e", "Ren?e | letters-damaged"],
  ["city", "K??ln", "K??ln | letters-damaged"],
  ["last_name", "?ukasz", "?ukasz | letters-damaged"],
])("of a %s, %s becomes %s", (field, cell, expected) => {
  expect(read(field, cell).replace("prefix-removed | several", "several")).toBe(expected);
});

test.each<[FieldName, string]>([
  ["last_name", "Null"],
  ["last_name", "None Such"],
  ["country", "NA"],
  ["last_name", "Ng"],
  ["last_name", "O'Neil"],
  ["last_name", "X"],
  ["first_name", "Nil"],
  ["first_name", "Test"],
  ["last_name", "Pending"],
  ["last_name", "Lost"],
  ["last_name", "Brak"],
  ["last_name", "Yok"],
  ["first_name", "N.R."],
  ["first_name", "Irmak"],
  ["last_name", "Ohne"],
  ["last_name", "Sans"],
  ["street1", "S/N"],
  ["last_name", "Ingen"],
  ["city", "Nil"],
  ["custom_field_1", "yok"],
  ["customer_username", "unknown"],
  ["custom_field_1", "***"],
  ["custom_field_1", "unknown"],
  ["custom_field_1", "https://shop.example/?q=a%C3%A9"],
  ["custom_field_1", "-5"],
  ["code", "SUN"],
  ["code", "A-1-2"],
  ["code", "--A1--"],
  ["street1", "#5 Elm St"],
  ["street1", "Apt. %12"],
  ["last_name", "Lake?"],
  ["city", "Who's Who"],
  ["state", "[NV]"],
  ["first_name", "🙂"],
  ["phone", "(555) 010-0101 x12"],
  ["phone", "+1 (555) 010-0101"],
  ["phone", "0043/1/1234567"],
  ["phone", "040 123 45 67-89"],
  ["phone", "+34 600 111 222"],
  ["phone", "00 49 30 123 456 78"],
  ["phone", "+86 138 0013 8001"],
  ["email", "a=b@example.com"],
])("of a %s, %s stays, and nothing is said of it", (field, cell) => {
  expect(read(field, cell)).toBe(cell);
});

test.each([
  ["ELIZABETH II.", "Elizabeth II."],
  ["JOHN III, LAKE", "John III, Lake"],
  ["VII", "Vii"],
])("the capitals of %s are %s", (text, expected) => {
  expect(titleCase(text)).toBe(expected);
});
