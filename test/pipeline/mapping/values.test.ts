import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMapper } from "../../../main/pipeline/mapping/apply.ts";
import { isEmailAddress } from "../../../main/pipeline/mapping/values/email.ts";
import { lowerCase, titleCase } from "../../../main/pipeline/mapping/values/title-case.ts";
import { createRowRules } from "../../../main/pipeline/validation/row-rules.ts";
import type { FieldName } from "../../../preload/fields.ts";
import type { FieldMapping, Transform } from "../../../preload/types.ts";
import { columns, options, readValue } from "./one-value.ts";

function read(field: FieldName, cell: string, about: Partial<FieldMapping> = {}): string {
  const { value, told } = readValue(field, cell, about);
  return [
    value,
    ...told.map(({ severity, code }) => (severity === "error" ? `${code}!` : code)),
  ].join(" | ");
}

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

describe("changes of values", () => {
  const title: readonly Transform[] = [{ kind: "case", to: "title" }];
  test.each([
    ["MARY'S", "Mary's"],
    ["McDonald", "McDonald"],
    ["MCDONALD", "McDonald"],
    ["John III", "John III"],
    ["john iii", "John III"],
    ["van der Berg", "van der Berg"],
    ["JAN VAN DER BERG", "Jan van der Berg"],
    ["İzmir", "İzmir"],
    ["İZMİR", "İzmir"],
    ["ßa", "ßa"],
    ["JEAN-LUC", "Jean-Luc"],
    ["saint-jean-de-luz", "Saint-Jean-de-Luz"],
    ["O'BRIEN", "O'Brien"],
    ["d’angelo", "D’Angelo"],
    ["'s-gravenhage", "'s-Gravenhage"],
    ["ANN SMITH", "Ann Smith"],
    ["ann SMITH", "Ann Smith"],
    ["j.r. ewing", "J.R. Ewing"],
    ["ΟΔΥΣΣΕΥΣ", "Οδυσσευς"],
    ["გიორგი", "გიორგი"],
    ["IJSSELSTEIN", "IJsselstein"],
    ["LOS ANGELES", "Los Angeles"],
    ["MAIN ST 12B", "Main St 12B"],
    ["DEVIN", "Devin"],
    ["PIUS XII", "Pius XII"],
    ["XI JINPING", "Xi Jinping"],
    ["GROßMANN", "Großmann"],
    ["HANS-JÜRGEN WEIß", "Hans-Jürgen Weiß"],
    ["MARINE LE PEN", "Marine Le Pen"],
    ["LUCIA LA ROSA", "Lucia La Rosa"],
    ["JEAN DE LA FONTAINE", "Jean de la Fontaine"],
    ["Castilla la Mancha", "Castilla la Mancha"],
    ["O´BRIEN", "O´Brien"],
    ["O‘HARA", "O‘Hara"],
    ["HEIN IN 'T VELD", "Hein in 't Veld"],
    ["MARY IN HILL", "Mary In Hill"],
    ["ANDREAS AUF DEM BERG", "Andreas auf dem Berg"],
    ["STOKE-ON-TRENT", "Stoke-on-Trent"],
    ["CHALON-SUR-SAÔNE", "Chalon-sur-Saône"],
    ["VILLENEUVE-D'ASCQ", "Villeneuve-d'Ascq"],
    ["KIM IN-SU", "Kim In-Su"],
    ["ANN LAKE PHD", "Ann Lake PhD"],
    ["SONNE GMBH", "Sonne GmbH"],
    ["ANN/BOB", "Ann/Bob"],
  ])("capitals of a name: %s is %s", (cell, expected) => {
    expect(read("last_name", cell, { transforms: title })).toBe(expected);
  });

  test("capitals given twice change nothing, and no letter is lost", () => {
    const letter = fc.constantFrom(..."aAbBcCiIjJmMxXvVsS éÉñÑ'’-. ßİıöÖ".split(""), "van ", "II");
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 14 }), (letters) => {
        const once = titleCase(letters.join(""));
        expect(titleCase(once)).toBe(once);
        const plain = (text: string) =>
          lowerCase(text)
            .normalize("NFD")
            .replace(/\u0307|[iı]/gu, "");
        expect(plain(once)).toBe(plain(letters.join("")));
      }),
      { numRuns: 1000 },
    );
  });

  const digits: readonly Transform[] = [{ kind: "digits-only" }];
  test.each<[FieldName, string, readonly Transform[], string]>([
    ["phone", "call me", digits, " | digits-only-emptied"],
    ["phone", "٠١٢٣٤٥", digits, "012345 | digits-written"],
    ["card_number", "A12", digits, "12 | digits-only-letters"],
    ["phone", "(555) 010-1234", digits, "5550101234"],
    ["street1", "Main St\n12", [{ kind: "collapse-blanks" }], "Main St 12 | line-break-replaced"],
    ["street1", "Main  St", [{ kind: "collapse-blanks" }], "Main St"],
    ["city", "-", [{ kind: "default", value: "Reno" }], "Reno | placeholder-emptied"],
  ])("%s %j", (field, cell, transforms, expected) => {
    expect(read(field, cell, { transforms })).toBe(expected);
  });

  test.each([
    ["Ann Lake", "Ann", "Lake"],
    ["Hill, Ben", "Ben", "Hill"],
    ["van der Berg, Jan Piet", "Jan Piet", "van der Berg"],
    ["Ann Lake, Jr.", "Ann", "Lake Jr."],
    ["Hill, Ben, III", "Ben", "Hill III"],
    ["García Márquez,Gabriel", "Gabriel", "García Márquez"],
    ["Cher", "Cher", ""],
    ["Maria del Mar", "Maria", "del Mar"],
    ["Dr. Eva Braun", "Dr. Eva", "Braun"],
    ["Prof. Dr. Max Wald", "Prof. Dr. Max", "Wald"],
    ["Sra. Ana María García", "Sra. Ana", "María García"],
    ["Mme Claire de la Tour, Jr.", "Mme Claire", "de la Tour Jr."],
    ["Don José García", "Don José", "García"],
    ["Mr. Lake Jr.", "", "Mr. Lake Jr."],
    ["Frau von Braun", "", "Frau von Braun"],
    ["Mr. & Mrs. Lake", "", "Mr. & Mrs. Lake"],
    ["Doña Carmen", "Doña Carmen", ""],
    ["Braun, Dr. Eva", "Dr. Eva", "Braun"],
    ["Dr. Van Nguyen", "Dr. Van", "Nguyen"],
    ["Dr. Li Ma", "Dr. Li", "Ma"],
    ["Sr. Don José García", "Sr. Don José", "García"],
    ["Mr. Don Lake", "Mr. Don", "Lake"],
    // A title before the family name is the person's all the same.
    ["Dr. Braun, Eva", "Dr. Eva", "Braun"],
    ["Prof. Dr. Wald, Max", "Prof. Dr. Max", "Wald"],
    ["Mrs. Lake, Ann", "Mrs. Ann", "Lake"],
    ["Sra. García Márquez, Ana", "Sra. Ana", "García Márquez"],
    ["Dr. Braun, Frau Eva", "Frau Dr. Eva", "Braun"],
    ["Braun, Eva, Dr.", "Dr. Eva", "Braun"],
    ["Ann Lake, Dr.", "Dr. Ann", "Lake"],
    ["Dr., Eva Braun", "Dr. Eva", "Braun"],
    ["Braun, Herr", "", "Herr Braun"],
    ["van der Berg, Mevr.", "", "Mevr. van der Berg"],
    ["Dr. Hahn GmbH, Köln", "Köln", "Dr. Hahn GmbH"],
    // Households and firms have no given name.
    ["Familie Braun", "", "Familie Braun"],
    ["Famille de la Tour", "", "Famille de la Tour"],
    ["La familia García López", "", "La familia García López"],
    ["Fam. Svensson", "", "Fam. Svensson"],
    ["The Lake Family", "", "The Lake Family"],
    ["Eheleute Hans und Eva Braun", "", "Eheleute Hans und Eva Braun"],
    ["Państwo Kowalscy", "", "Państwo Kowalscy"],
    ["Firma Sonnenschein", "", "Firma Sonnenschein"],
    ["Braun, Familie", "", "Familie Braun"],
    ["Braun und Familie", "", "Braun und Familie"],
    ["Familie Braun, Hans", "Hans", "Familie Braun"],
    ["Ann Lake & family", "Ann", "Lake & family"],
    // Two given names of one family; a capital letter alone is an initial.
    ["Ann & Tom Lake", "Ann & Tom", "Lake"],
    ["Ann and Tom van der Berg", "Ann and Tom", "van der Berg"],
    ["Eva und Max Braun", "Eva und Max", "Braun"],
    ["María y José Pérez", "María y José", "Pérez"],
    ["Ann & Tom", "Ann & Tom", ""],
    ["Tom E Lake", "Tom", "E Lake"],
    ["José Ortega y Gasset", "José", "Ortega y Gasset"],
    ["Lena Familia", "Lena", "Familia"],
    ["Fabia Sole", "Fabia", "Sole"],
    ["Familia", "Familia", ""],
    // No titles: a given name, an initial, beginnings of names.
    ["Don Lake", "Don", "Lake"],
    ["Don Lake Jr.", "Don", "Lake Jr."],
    ["Don De Luca", "Don", "De Luca"],
    ["M. Lake", "M.", "Lake"],
    ["Drew Lake", "Drew", "Lake"],
    ["Sig Hansen", "Sig", "Hansen"],
  ])("each row says for itself which name comes first: %s", (cell, given, family) => {
    for (const by of ["blank", "comma"] as const) {
      const first = by === "blank" ? "first" : "rest";
      const last = by === "blank" ? "rest" : "first";
      const half = (field: FieldName, take: "first" | "rest") =>
        read(field, cell, { transforms: [{ kind: "split", by, take }] });
      expect([half("first_name", first), half("last_name", last)]).toEqual([given, family]);
    }
  });

  test.each([
    ["LAKE Ann", "Ann", "LAKE"],
    ["DE LA TOUR Jean-Paul", "Jean-Paul", "DE LA TOUR"],
    ["O’BRIEN Sean J.", "Sean J.", "O’BRIEN"],
    ["McDONALD Ben", "Ben", "McDONALD"],
    ["ÖZTÜRK Ayşe", "Ayşe", "ÖZTÜRK"],
    ["Lake Ann", "Ann", "Lake"],
    ["LAKE ANN", "ANN", "LAKE"],
    ["Ann LAKE", "LAKE", "Ann"],
  ])("a family name in capitals is whole where it stands in front: %s", (cell, given, family) => {
    const half = (field: FieldName, take: "first" | "rest") =>
      read(field, cell, { transforms: [{ kind: "split", by: "blank", take }] });
    expect([half("first_name", "rest"), half("last_name", "first")]).toEqual([given, family]);
  });

  test("a part that is no half of a name is taken as it was chosen", () => {
    const last: readonly Transform[] = [{ kind: "split", by: "blank", take: "last" }];
    expect(read("last_name", "Ann Mary Lake", { transforms: last })).toBe("Lake");
    const rest: readonly Transform[] = [{ kind: "split", by: "comma", take: "rest" }];
    expect(read("city", "12345, Reno", { transforms: rest })).toBe("Reno");
  });

  test("a value for empty cells does not make a customer of a blank row", () => {
    const mapping: readonly FieldMapping[] = [
      { field: "card_number", columns: [1], transforms: [] },
      { field: "country", columns: [0], transforms: [{ kind: "default", value: "US" }] },
    ];
    const { mapped } = createMapper(mapping, columns)({ number: 3, cells: ["", ""] });
    const found = createRowRules(mapping, options, columns)(mapped);
    expect(found).toMatchObject([{ code: "row-empty", severity: "error" }]);
  });
});
