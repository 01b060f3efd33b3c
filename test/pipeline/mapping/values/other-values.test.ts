import { expect, test } from "vitest";
import { provenAmountFormat, readAmount } from "../../../../main/pipeline/mapping/amounts.ts";
import { proposeMapping } from "../../../../main/pipeline/mapping/propose.ts";
import { splitName } from "../../../../main/pipeline/mapping/values/names/split-name.ts";
import type { FieldName } from "../../../../preload/fields.ts";
import { readValue } from "./one-value.ts";

function read(field: FieldName, cell: string): string {
  const { value, told } = readValue(field, cell);
  const codes = told.map(({ severity, code }) => (severity === "error" ? `${code}!` : code));
  return [value, ...codes].join(" | ");
}

test.each<[FieldName, string, string]>([
  ["phone", "+3.4612345678E10", "+34612345678 | exponent-written"],
  ["auto_add", "2.5E1", "25 | exponent-written"],
  ["postal_code", "8001.00", "8001 | decimal-removed"],
  ["phone", "6123456789,00", "6123456789 | decimal-removed"],
  ["phone", "Tel. 555-0101", "555-0101 | prefix-removed"],
  ["phone", "Mobile 555-0101", "555-0101 | prefix-removed"],
  ["phone", "sip:5550101", "5550101 | prefix-removed"],
  ["phone", "555\u20110101", "555-0101 | digits-written"],
  ["phone", "keine", " | placeholder-emptied"],
  ["phone", "No tiene", " | placeholder-emptied"],
  ["email", "sem e-mail", " | placeholder-emptied"],
  ["email", "not provided", " | placeholder-emptied"],
  ["phone", "0000000000", " | placeholder-emptied"],
  ["phone", "(000) 000-0000", " | placeholder-emptied"],
  ["phone", "+00 000 000", " | placeholder-emptied"],
  ["phone", "999-999-9999", " | placeholder-emptied"],
  ["phone", "1234567890", " | placeholder-emptied"],
  ["postal_code", "00000", " | placeholder-emptied"],
  ["postal_code", "0", " | placeholder-emptied"],
  ["phone", "00", " | placeholder-emptied"],
  ["city", "0", " | placeholder-emptied"],
  ["last_name", "0", " | placeholder-emptied"],
  ["last_name", "M&UUML;LLER", "MÜLLER | entities-decoded"],
  ["first_name", "ANN&NBSP;MARIE", "ANN MARIE | entities-decoded"],
  ["last_name", "Lake (deceased)", "Lake (deceased) | name-holds-note"],
  ["last_name", "Kern verstorben", "Kern verstorben | name-holds-note"],
  ["first_name", "Décédée", "Décédée | name-holds-note"],
  ["last_name", "Nowak - Zmarły", "Nowak - Zmarły | name-holds-note"],
  ["last_name", "Hill †", "Hill † | name-holds-note"],
  ["last_name", "Do Not Call", "Do Not Call | name-holds-note"],
  ["last_name", "Cruz [DUPLICADO]", "Cruz [DUPLICADO] | name-holds-note"],
  ["first_name", "=PROPER(A2)", "=PROPER(A2) | formula-without-result!"],
  ["last_name", '=A2&" "&B2', '=A2&" "&B2 | formula-without-result!'],
  ["email", "=LOWER(C2)", "=LOWER(C2) | formula-without-result!"],
  ["city", "=SVERWEIS(A2;B:C;2)", "=SVERWEIS(A2;B:C;2) | formula-without-result!"],
  ["card_number", "=Sheet2!A4", "=Sheet2!A4 | formula-without-result!"],
  ["street2", "03.04.2026", "03.04.2026 | looks-like-date"],
  ["postal_code", "4/3/2026", "4/3/2026 | looks-like-date"],
  ["code", "12/03/2024", "12/03/2024 | looks-like-date"],
  ["phone", "1985-03-12", "1985-03-12 | looks-like-date"],
  ["last_name", "14-Mar", "14-Mar | looks-like-date"],
  ["city", "2026-03-04", "2026-03-04 | word-is-number | looks-like-date"],
  ["first_name", "12345", "12345 | word-is-number"],
  ["city", "80331", "80331 | word-is-number"],
  ["phone", "O6 12 34 56 78", "O6 12 34 56 78 | phone-letters"],
  ["phone", "555-01l2345", "555-01l2345 | phone-letters"],
  ["first_name", "UNDEFINED", " | placeholder-emptied"],
  ["last_name", "<last_name>", " | placeholder-emptied"],
  ["first_name", "An\u200en", "Ann | invisible-removed"],
  ["last_name", "La\u200dke", "Lake | invisible-removed"],
  ["card_number", "К-100A", "К-100A | letters-mixed"],
  ["email", "сосо@example.com", "сосо@example.com | letters-mixed"],
  ["customer_username", "аnnlake", "аnnlake | letters-mixed"],
  ["email", "noemail@example.com", " | placeholder-emptied"],
  ["email", "None@none.com", " | placeholder-emptied"],
  ["email", "sin-correo@tienda.example", " | placeholder-emptied"],
  ["email", "keine.email@laden.example", " | placeholder-emptied"],
  ["email", "a@example.com; b@example.com", "a@example.com | several-emails-in-cell"],
  ["email", "a@example.com/b@example.com", "a@example.com | several-emails-in-cell"],
  ["email", "a@example.com b@example.com", "a@example.com | several-emails-in-cell"],
  ["card_number", "7,000,004", "7000004 | groups-removed"],
  ["code", "12'345'678", "12345678 | groups-removed"],
  ["phone", "6,123,456,789", "6123456789 | groups-removed"],
  ["first_name", "<b>Ann</b>", "Ann | entities-decoded"],
  ["first_name", "“Otis”", "Otis | quotes-removed"],
  ["last_name", '"O\'Neil"', "O'Neil | quotes-removed"],
  ["city", "„Ulm“", "Ulm | quotes-removed"],
  ["street1", "« 3 rue Haute »", "3 rue Haute | quotes-removed"],
  ["card_number", "'7000001'", "7000001 | quotes-removed"],
  ["email", '"ann@example.com"', "ann@example.com | quotes-removed"],
  ["postal_code", "'02134'", "02134 | quotes-removed"],
  ["street1", "1 Elm St<br/>Rear", "1 Elm St Rear | entities-decoded"],
  ["last_name", '<span class="x">Lake</span>', "Lake | entities-decoded"],
  ["first_name", "#ARG!", "#ARG! | cell-error!"],
  ["last_name", "#ИМЯ?", "#ИМЯ? | cell-error!"],
  ["last_name", "#HODNOTA!", "#HODNOTA! | cell-error!"],
  ["first_name", "Carregando...", "Carregando... | cell-error!"],
  ["auto_add", "٢٥٫٥", "25.5 | digits-written"],
])("of a %s, %s is cleaned, and told", (field, cell, expected) => {
  expect(read(field, cell)).toBe(expected);
});

test.each<[FieldName, string]>([
  ["code", "12.0.1"],
  ["first_name", 'Ann "Annie"'],
  ["first_name", '"Red" and "Blue"'],
  ["street1", '"The Old Mill", Unit 4'],
  ["email", '"ann lake"@example.com'],
  ["last_name", "d'Arc"],
  ["customer_password", "'secret'"],
  ["custom_field_1", "“so far so good”"],
  ["code", "12,345"],
  ["code", "0"],
  ["custom_field_1", "0"],
  ["last_name", "Notman"],
  ["city", "Praha 10"],
  ["city", "Paris 12e"],
  ["first_name", "Ann 2"],
  ["first_name", "علی\u200cرضا"],
  ["first_name", "Ann 👩\u200d🦰"],
  ["phone", "555 0101 ext 12"],
  ["phone", "0171 2345678 Ole"],
  ["last_name", "Knot Not"],
  ["first_name", "Desiree"],
  ["last_name", "(Hill)"],
  ["customer_password", "=A2+B3"],
  ["street2", "3/4/26"],
  ["code", "АБ-VIP"],
  ["email", "почта@example.com"],
  ["card_number", "0000000000"],
  ["phone", "0000101"],
  ["phone", "999-9999"],
  ["phone", "06 11 11 11 11"],
  ["postal_code", "99999"],
  ["postal_code", "1111"],
  ["email", "nonel@example.com"],
  ["email", "sem@example.com"],
  ["email", "brak@example.pl"],
  ["last_name", "Keine"],
  ["last_name", "Brak"],
  ["first_name", "Mobile"],
  ["last_name", "Lake <3"],
  ["last_name", "#1"],
  ["city", "Geen"],
  ["street1", "5 < 6"],
])("of a %s, %s stays, and nothing is said of it", (field, cell) => {
  expect(readValue(field, cell).value).toBe(cell);
  const told = readValue(field, cell).told.map(({ code }) => code);
  expect(told.filter((code) => code !== "key-characters")).toEqual([]);
});

test.each([
  ["25,-", "25"],
  ["1.250,–", undefined],
  ["25.--", "25"],
  ["1,25,000", "125000"],
  ["12,34,567.50", "1234567.50"],
])("an amount of %s is read", (text, value) => {
  const reading = readAmount(text, undefined);
  expect(reading.kind === "amount" ? reading.value : undefined).toBe(value);
});

test("groups of hundreds of thousands prove the point, three digits alone nothing", () => {
  expect(provenAmountFormat("1,25,000")).toBe("point");
  expect(provenAmountFormat("1,250")).toBeNull();
});

test.each([
  ["Hill,", "", "Hill"],
  ["Lake, Ann III", "Ann", "Lake III"],
  ["Hill, Ben Jr.", "Ben", "Hill Jr."],
  ["Hill, Ben V", "Ben V", "Hill"],
  ["Lake, Ann Senior", "Ann", "Lake Senior"],
  ["Ann Lake,", "Ann", "Lake"],
])("%s is the name of one customer", (name, given, family) => {
  const split = { kind: "split", by: "blank", take: "first" } as const;
  expect(splitName("first_name", name, split)).toBe(given);
  expect(splitName("last_name", name, { ...split, take: "rest" })).toBe(family);
});

test("cells that say nothing, or hide something, take no column from its field", () => {
  const columns = ["Card Number", "First Name", "Phone"].map((header, index) => ({
    header,
    index,
    samples: [],
  }));
  const rows = [
    ["\u200b7001", "(blank)", "keine"],
    ["70\u00ad02", "undefined", "555-0102"],
    ["7003\ufeff", "---", "unbekannt"],
  ];
  const mapping = proposeMapping(columns, rows, []);
  expect(mapping.map(({ field }) => field)).toEqual(["card_number", "first_name", "phone"]);
});
