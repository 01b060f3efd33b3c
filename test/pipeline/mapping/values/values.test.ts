import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isEmailAddress } from "../../../../main/pipeline/mapping/values/email.ts";
import { createRowRules } from "../../../../main/pipeline/validation/row-rules.ts";
import type { FieldName } from "../../../../preload/fields.ts";
import type { FieldMapping } from "../../../../preload/types.ts";
import { options, read } from "./one-value.ts";

describe("text that is no value", () => {
  test.each<[FieldName, string, string]>([
    ["last_name", "O&#039;Brien", "O'Brien | entities-decoded"],
    ["first_name", "Jos&eacute;", "José | entities-decoded"],
    ["last_name", "Smith &amp; Sons", "Smith & Sons | entities-decoded"],
    ["street1", "Bahnhofstra&szlig;e 3", "Bahnhofstraße 3 | entities-decoded"],
    ["city", "K&amp;ouml;ln", "Köln | entities-decoded"],
    ["first_name", "Ren&#xE9;e", "Renée | entities-decoded"],
    ["first_name", "NULL", " | placeholder-emptied"],
    ["last_name", "\\N", " | placeholder-emptied"],
    ["city", "nan", " | placeholder-emptied"],
    ["street2", "n/a", " | placeholder-emptied"],
    ["phone", "unknown", " | placeholder-emptied"],
    ["email", "NA", " | placeholder-emptied"],
    ["custom_date", "-", " | placeholder-emptied"],
    ["card_number", "NULL", "NULL | placeholder-key!"],
    ["code", "None", "None | placeholder-key!"],
    ["card_number", "N/A", "N/A | placeholder-key!"],
    ["first_name", "Loading...", "Loading... | cell-error!"],
    ["last_name", "#ERROR!", "#ERROR! | cell-error!"],
    ["email", "ann\u200b@example.com", "ann@example.com | invisible-removed"],
    ["card_number", "70\u00ad01", "7001 | invisible-removed"],
    ["phone", "+49\u00a030\u200e1234567", "+49 301234567 | invisible-removed"],
    ["email", "ann\u00a0@example.com", "ann@example.com | invisible-removed"],
    ["phone", "030\u00a01234567", "030 1234567"],
    ["email", "mailto:ann@example.com", "ann@example.com | prefix-removed"],
    ["email", "https://ann@example.com", "ann@example.com | prefix-removed"],
    ["email", "Ann Lake <ann@example.com>", "ann@example.com | prefix-removed"],
    ["phone", "tel:+15550101234", "+15550101234 | prefix-removed"],
    ["phone", "555-0101 ::: 555-0102", "555-0101 | several-phones-in-cell"],
    ["phone", "030 1234567; 0171 7654321", "030 1234567 | several-phones-in-cell"],
    ["phone", "5550101234 / 5550101235", "5550101234 | several-phones-in-cell"],
    ["phone", "٠٥٠١٢٣٤٥٦٧", "0501234567 | digits-written"],
    ["card_number", "７００１", "7001 | digits-written"],
    ["postal_code", "۱۲۳۴۵", "12345 | digits-written"],
  ])("%s: %j", (field, cell, expected) => {
    expect(read(field, cell)).toBe(expected);
  });

  test.each<[FieldName, string]>([
    ["last_name", "Null"],
    ["first_name", "Nan"],
    ["last_name", "O'Brien"],
    ["last_name", "Smith & Sons"],
    ["street1", "AT&T Plaza; east"],
    ["country", "NA"],
    ["last_name", "Na"],
    ["phone", "0171/1234567"],
    ["phone", "+1 (555) 010-1234"],
    ["phone", "555-0101 ext. 12"],
    ["email", "ann.lake+shop@example.com"],
    ["first_name", "می\u200cخواهم"],
    ["card_number", "N7A"],
    ["card_number", "12E34"],
    ["phone", "612.345.680"],
    ["street2", "4 Mar Vista"],
    ["code", "7E5"],
    ["code", "219E01BE"],
    ["postal_code", "10"],
  ])("stays as it is and quiet: %s %j", (field, cell) => {
    expect(read(field, cell)).toBe(cell);
  });

  test("names are put together as letters, however their marks were written", () => {
    expect(read("first_name", "Jose\u0301")).toBe("José");
  });
});

describe("numbers that a program wrote", () => {
  test.each<[FieldName, string, string]>([
    ["phone", "3.108207129E9", "3108207129 | exponent-written"],
    ["card_number", "6.0064912345E10", "60064912345 | exponent-written"],
    ["phone", "4.915112345E+9", "4915112345 | exponent-written"],
    ["phone", "5.5501234E9", "5550123400 | exponent-written"],
    ["card_number", "6.00649E15", "6.00649E15 | number-rounded!"],
    ["card_number", "6.00649E+15", "6.00649E+15 | number-rounded!"],
    ["card_number", "-3.1E9", "-3.1E9 | number-rounded!"],
    ["phone", "310.82E+06", "310.82E+06 | number-rounded!"],
    ["card_number", "3108.207129E6", "3108.207129E6 | number-rounded!"],
    ["code", "6.0064912345678E19", "6.0064912345678E19 | number-rounded!"],
    ["postal_code", "8001.0", "8001 | decimal-removed"],
    ["phone", "612,345,680.00", "612345680 | groups-removed"],
    ["card_number", "612.345.680,00", "612345680 | groups-removed"],
    ["card_number", "70010.0", "70010 | decimal-removed"],
    ["code", "12,0", "12 | decimal-removed"],
  ])("%s: %s", (field, cell, expected) => {
    expect(read(field, cell)).toBe(expected);
  });
});

describe("single values", () => {
  test.each<[FieldName, string, string]>([
    ["first_name", "Ann\ud83d", "Ann\ud83d | letters-broken!"],
    ["last_name", "O\u0092Brien", "O\u0092Brien | letters-damaged"],
    ["auto_add", "\u22125", "\u22125 | auto-add-negative!"],
    ["auto_add", "(5)", "(5) | auto-add-negative!"],
    ["auto_add", "5-", "5- | auto-add-negative!"],
    ["email", "a@x.com:", "a@x.com: | email-shape"],
    ["email", "a@x.com/", "a@x.com/ | email-shape"],
    ["email", "a@http://x.com", "a@http://x.com | email-shape"],
    ["email", ".a@x.com", ".a@x.com | email-shape"],
    ["email", "a..b@x.com", "a..b@x.com | email-shape"],
    ["email", "a.@x.com", "a.@x.com | email-shape"],
    ["custom_date", "12 juill. 1985", "1985-07-12"],
    ["custom_date", "le 12 juillet 1985", "1985-07-12"],
    ["custom_date", "el 3 de mayo de 1990", "1990-05-03"],
    ["custom_date", "1985-05-04T22:00:00.000Z", "1985-05-04 | date-shifted"],
    ["custom_date", "1985-05-04T23:00:00Z", "1985-05-04 | date-shifted"],
    ["custom_date", "2064-10-23", "2064-10-23 | date-in-future"],
    ["custom_date", "2528-03-14", "2528-03-14 | date-unlikely"],
    ["custom_date", "1900-01-01", "1900-01-01 | date-unlikely"],
    ["street2", "2026-03-04", "2026-03-04 | looks-like-date"],
    ["code", "12-Mar", "12-Mar | looks-like-date"],
    ["street2", "04. Mrz", "04. Mrz | looks-like-date"],
    ["street2", "04/mar", "04/mar | looks-like-date"],
    ["street2", "3月4日", "3月4日 | looks-like-date"],
    ["code", "Jan-85", "Jan-85 | looks-like-date"],
    ["customer_password", " sp ace ", "sp ace | password-trimmed"],
  ])("%s: %j", (field, cell, expected) => {
    expect(read(field, cell)).toBe(expected);
  });

  test.each<[FieldName, string]>([
    ["email", '"john doe"@x.com'],
    ["email", "josé@münchen-süd.example"],
    ["email", "o'neil@sub.example.co.uk"],
    ["code", "MAR-12X"],
    ["code", "2024-0001"],
    ["street2", "Mar 12b"],
    ["auto_add", "5"],
    ["first_name", "Ann 😀"],
  ])("stays as it is and quiet: %s %j", (field, cell) => {
    expect(read(field, cell)).toBe(cell);
  });

  test("a day to come is told of birthdays, not of what ends one day", () => {
    const mapping: readonly FieldMapping[] = [
      { field: "card_number", columns: [1], transforms: [] },
      { field: "custom_date", columns: [0], transforms: [] },
    ];
    const of = (header: string) => {
      const headed = [
        { index: 0, header },
        { index: 1, header: "Card" },
      ];
      const rules = createRowRules(mapping, options, headed);
      return rules({ row: 2, values: ["7001", "2064-10-23"] }).map(({ code }) => code);
    };
    expect(of("Birthday")).toEqual(["date-in-future"]);
    expect(of("Membership expires")).toEqual([]);
    expect(of("Gültig bis")).toEqual([]);
  });

  test("every address of plain parts is one", () => {
    const part = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
    const ending = fc.stringMatching(/^[a-z]{2,8}$/);
    fc.assert(
      fc.property(part, part, ending, (name, host, top) => {
        expect(isEmailAddress(`${name}@${host}.${top}`)).toBe(true);
        expect(isEmailAddress(`${name}@${host}.${top}.`)).toBe(false);
        expect(isEmailAddress(`${name}.@${host}.${top}`)).toBe(false);
      }),
    );
  });
});
