import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createMapper } from "../../../../main/pipeline/mapping/apply.ts";
import { lowerCase, titleCase } from "../../../../main/pipeline/mapping/values/names/title-case.ts";
import { createRowRules } from "../../../../main/pipeline/validation/row-rules.ts";
import type { FieldName } from "../../../../preload/fields.ts";
import type { FieldMapping, Transform } from "../../../../preload/types.ts";
import { columns, options, read } from "./one-value.ts";

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
    ["Dr. Hahn GmbH, Köln", "", "Dr. Hahn GmbH, Köln"],
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
    ["Ann LAKE", "Ann", "LAKE"],
    ["Jean-Paul DE LA TOUR", "Jean-Paul", "DE LA TOUR"],
    ["Ann B LAKE", "B LAKE", "Ann"],
  ])("a family name in capitals is whole where it stands in front: %s", (cell, given, family) => {
    const half = (field: FieldName, take: "first" | "rest") =>
      read(field, cell, { transforms: [{ kind: "split", by: "blank", take }] });
    expect([half("first_name", "rest"), half("last_name", "first")]).toEqual([given, family]);
  });

  test.each([
    ["ROY Luc", "Luc", "ROY"],
    ["VON ARX Urs", "Urs", "VON ARX"],
    ["M. LEROY Jean-Paul", "M. Jean-Paul", "LEROY"],
    ["Luc ROY", "Luc", "ROY"],
    ["JP Morgan", "JP", "Morgan"],
    ["MARY Lake", "MARY", "Lake"],
    ["ANN LAKE", "ANN", "LAKE"],
    ["JOHN Roy B", "JOHN", "Roy B"],
  ])(
    "capitals in front are a family name among given names in front: %s",
    (cell, given, family) => {
      const half = (field: FieldName, take: "first" | "rest") =>
        read(field, cell, { transforms: [{ kind: "split", by: "blank", take }] });
      expect([half("first_name", "first"), half("last_name", "rest")]).toEqual([given, family]);
    },
  );

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
