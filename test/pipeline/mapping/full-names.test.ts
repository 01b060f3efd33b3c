import { expect, test } from "vitest";
import { readValue } from "./values/one-value.ts";

type Take = "first" | "rest";

/** The given and the family name that a cell is divided into, and what is told. */
function divide(cell: string, given: Take): readonly string[] {
  const half = (field: "first_name" | "last_name", take: Take) =>
    readValue(field, cell, { transforms: [{ kind: "split", by: "blank", take }] });
  const first = half("first_name", given);
  const last = half("last_name", given === "first" ? "rest" : "first");
  return [first.value ?? "", last.value ?? "", ...last.told.map(({ code }) => code)];
}

test.each([
  ["John W. Ingram", "John W.", "Ingram"],
  ["J. R. R. Tolkien", "J. R. R.", "Tolkien"],
  ["C S Lewis", "C S", "Lewis"],
  ["Tolkien J.R.R.", "J.R.R.", "Tolkien"],
  ["Смирнов И. И.", "И. И.", "Смирнов"],
  ['William "Bill" Gates', 'William "Bill"', "Gates"],
  ["Bob (Robert) Hill", "Bob (Robert)", "Hill"],
  ["Sue Sea, RN, BSN", "Sue", "Sea RN BSN"],
  ["Robert Downey, Jr., Esq.", "Robert", "Downey Jr. Esq."],
  ["Ingram, John W., V", "John W.", "Ingram V"],
  ["Wang, V", "V", "Wang"],
  ["Lee, DO", "DO", "Lee"],
  ["Lake, Jr.", "", "Lake Jr."],
  ["Pond， Joe", "Joe", "Pond"],
  ["山田、太郎", "太郎", "山田"],
  ["山田 太郎", "太郎", "山田"],
  ["김 민수", "민수", "김"],
  ["Иванов Иван Иванович", "Иван Иванович", "Иванов"],
  ["Роман Аркадьевич Абрамович", "Роман Аркадьевич", "Абрамович"],
  ["The Ponds", "", "The Ponds"],
  ["LAKE/ANN MS", "MS ANN", "LAKE"],
  ["O'DEA/MARY KATE MRS", "MRS MARY KATE", "O'DEA"],
  ["HILL-WOOD/BEN", "BEN", "HILL-WOOD"],
  ["van den Berg Jan", "Jan", "van den Berg"],
  ["de la Cruz Maria Jose", "Maria Jose", "de la Cruz"],
  ["von Stein", "", "von Stein"],
  ["Mª José Ortega", "Mª José", "Ortega"],
  ["M.ª del Carmen Ruiz Gil", "M.ª del Carmen", "Ruiz Gil"],
  ["Prof. Dr. med. Jens Winkler", "Prof. Dr. med. Jens", "Winkler"],
  ["Dr. rer. nat. Eva Kern", "Dr. rer. nat. Eva", "Kern"],
  ["M. et Mme Luc Roy", "M. et Mme Luc", "Roy"],
  ["Moss Garage, Inc.", "", "Moss Garage, Inc."],
  ["KERN AG", "", "KERN AG"],
  ["Kern & Vogt GmbH", "", "Kern & Vogt GmbH"],
  ["ООО Ромашка", "", "ООО Ромашка"],
  ["Bäckerei Kern", "", "Bäckerei Kern"],
  ["Rossi S.r.l., Milano", "", "Rossi S.r.l., Milano"],
  ["Acme, Ltd., London", "", "Acme, Ltd., London"],
  ["Virta Oy, Oulu", "", "Virta Oy, Oulu"],
  ["Horvat d.o.o., Zagreb", "", "Horvat d.o.o., Zagreb"],
  ["Kern GmbH Berlin", "", "Kern GmbH Berlin"],
  ["株式会社 山田, 東京", "", "株式会社 山田, 東京"],
  ["Hotel Sonne, Bern", "", "Hotel Sonne, Bern"],
])("%s is divided as its owner reads it", (name, given, family) => {
  expect(divide(name, "first")).toEqual([given, family]);
});

test.each([
  ["Петрова, Ольга", "Ольга", "Петрова"],
  ["Анна Сергеевна Чехова", "Анна Сергеевна", "Чехова"],
  ["dr. Szabó Péter", "dr. Péter", "Szabó"],
  ["Nagy János", "János", "Nagy"],
  ["DE LA TOUR Jean", "Jean", "DE LA TOUR"],
])("%s is divided in a list whose family names stand in front", (name, given, family) => {
  expect(divide(name, "rest")).toEqual([given, family]);
});

test.each([
  ["Ann Lake & Tom Hill", "Ann", "Lake"],
  ["Lake, Ann and Hill, Tom", "Ann", "Lake"],
  ["Lake, Ann; Hill, Ben", "Ann", "Lake"],
])("of the several people of %s the first is sent, and told", (name, given, family) => {
  expect(divide(name, "first")).toEqual([given, family, "several-people-in-cell"]);
});

test.each([
  ["Ann & Tom Lake", "Ann & Tom", "Lake"],
  ["Ana Ruiz y García López", "Ana", "Ruiz y García López"],
  ["Ann L.", "Ann", "L."],
  ["Malcolm X", "Malcolm", "X"],
  ["Ann Lake (née Hill)", "Ann", "Lake (née Hill)"],
  ["García López, MA", "García", "López MA"],
  ["Ma, Andrew", "Andrew", "Ma"],
  ["Mary Lake, MD", "Mary", "Lake MD"],
  ["Roman Polanski Wood", "Roman", "Polanski Wood"],
  ["ANN/BEN LAKE", "ANN/BEN", "LAKE"],
  ["Maria Sa", "Maria", "Sa"],
  ["MARIA SA", "MARIA", "SA"],
  ["Sia, Ana", "Ana", "Sia"],
  ["Wang, AG", "AG", "Wang"],
  ["Corp, Ann", "Ann", "Corp"],
  ["Familie Braun, Eva", "Eva", "Familie Braun"],
  ["Phil Med", "Phil", "Med"],
  ["Dr. Phil Hill", "Dr. Phil", "Hill"],
  ["van morrison", "van", "morrison"],
  ["Van Morrison", "Van", "Morrison"],
  ["Mª Ortega", "Mª", "Ortega"],
  ["M. Luc Roy", "M. Luc", "Roy"],
])("nothing is said of %s", (name, given, family) => {
  expect(divide(name, "first")).toEqual([given, family]);
});
