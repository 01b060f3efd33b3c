import { describe, expect, test } from "vitest";
import { orderInHeader } from "../../../main/pipeline/mapping/dates/header-order.ts";
import { judge } from "../sources/shape/judged.ts";

describe("the order of day and month that a header names", () => {
  test.each([
    ["Birth Date (dd/mm/yyyy)", "DD"],
    ["DOB MM/DD/YYYY", "MM"],
    ["Date of birth (mm-dd-yy)", "MM"],
    ["DOB_DDMMYYYY", "DD"],
    ["Geburtstag (TT.MM.JJJJ)", "DD"],
    ["Date de naissance jj/mm/aaaa", "DD"],
    ["Fecha de nacimiento (dd/mm/aaaa)", "DD"],
    ["Data di nascita gg/mm/aaaa", "DD"],
    ["Geboortedatum (dd-mm-jjjj)", "DD"],
    ["Data urodzenia dd.mm.rrrr", "DD"],
    ["Syntymäaika pp.kk.vvvv", "DD"],
    ["Fødselsdato (dd.mm.åååå)", "DD"],
    ["Doğum tarihi GG.AA.YYYY", "DD"],
    ["Дата рождения (ДД.ММ.ГГГГ)", "DD"],
    ["Birthday (month/day/year)", "MM"],
    ["Date de naissance (jour/mois/année)", "DD"],
    ["Birthday, e.g. 31/12/1990", "DD"],
    ["Birthday (ex. 12/31/90)", "MM"],
  ])("%s: %s", (header, order) => {
    expect(orderInHeader(header)).toBe(order);
  });

  test.each([
    "Birthday",
    "Birth Date (yyyy-mm-dd)",
    "Date d'anniversaire",
    "Data e ora",
    "Birthday (dd/mm)",
    "Birthday, e.g. 05/06/1990",
    "dd/mm/yyyy or mm/dd/yyyy",
    "My Ad Copy",
    "x".repeat(100_000),
  ])("is told by none of: %.60s", (header) => {
    expect(orderInHeader(header)).toBeNull();
  });
});

const list = (header: string, dates: readonly string[]) =>
  judge(
    `Card Number,First Name,${header}\n${dates.map((date, at) => `${7_000_001 + at},Ann${at},${date}\n`).join("")}`,
  );

const sent = ({ values }: Awaited<ReturnType<typeof list>>) =>
  values.map(({ custom_date }) => custom_date);

test("decides where the dates can be read in either order", async () => {
  const dates = ["01/02/1985", "03/04/1990"];
  expect(sent(await list("Birthday (dd/mm/yyyy)", dates))).toEqual(["1985-02-01", "1990-04-03"]);
  expect(sent(await list("Birthday (mm/dd/yyyy)", dates))).toEqual(["1985-01-02", "1990-03-04"]);
});

test("gives way to the dates themselves", async () => {
  const dates = ["01/22/1985", "03/04/1990"];
  expect(sent(await list("Birthday (dd/mm/yyyy)", dates))).toEqual(["1985-01-22", "1990-03-04"]);
});
