import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { utils, write } from "xlsx";
import { ROOT } from "../../main/entries/start/root.ts";

const FIRST = "Lotte Anouk Sander Femke Bram Elif Matteo Sofia Jonas Marta Piet Ingrid".split(" ");
const LAST = "de Vries,Jansen,Bakker,Özdemir,Rossi,Novák,O'Neill,Ferreira,Müller".split(",");
const TOWNS = ["Utrecht", "Gent", "Rdam", "Den Haag", "Breda"];

type Row = readonly (string | number)[];

/** Somebody of a list: always the same for the same number. */
function customer(at: number): Row {
  const code = `7700${String(at).padStart(5, "0")}`;
  const first = FIRST[at % FIRST.length] ?? "";
  const last = LAST[at % LAST.length] ?? "";
  return [code, first, last, `m${at}@example.com`, TOWNS[at % TOWNS.length] ?? ""];
}

const HEAD = ["Member code", "First name", "Last name", "E-mail", "City"];
const rows = (count: number) => Array.from({ length: count }, (_, at) => customer(at));

/** The next month: ten have moved to another town, five are new. */
const later = rows(65).map((row, at) => (at < 10 ? [...row.slice(0, 4), "Leiden"] : row));
const withPoints = (list: readonly Row[]) => [
  [...HEAD, "Points to add"],
  ...list.map((row, at) => [...row, [5, 10, 20][at % 3] ?? 0]),
];

function csv(list: readonly Row[]): string {
  return list.map((row) => row.join(";")).join("\r\n");
}

function xlsx(list: readonly Row[]): Buffer {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet(list.map((row) => [...row]));
  utils.book_append_sheet(book, sheet, "Members 2026");
  utils.book_append_sheet(book, utils.aoa_to_sheet([["Notes"], ["old list"]]), "Old notes");
  return write(book, { type: "buffer", bookType: "xlsx" });
}

/** A list as people make them: repeats, slips in addresses, days that are none, a total. */
function messy(): readonly Row[] {
  const head =
    "Klantnummer,Voornaam,Achternaam,E-mailadres,Mobiel,Geboortedatum,Straat,Huisnummer,Postcode,Woonplaats,Punten";
  const list = Array.from({ length: 240 }, (_, at): Row => {
    const [, first = "", last = "", , town = ""] = customer(at);
    const mail = `${String(first).toLowerCase()}${at}@${at % 60 === 7 ? "gmial.com" : "voorbeeld.nl"}`;
    const phone = at % 50 === 9 ? "06-123" : `06-${String(10_000_000 + at * 7919).slice(0, 8)}`;
    const born =
      at % 80 === 11
        ? "30-02-1990"
        : `${String((at % 28) + 1).padStart(2, "0")}-0${(at % 9) + 1}-19${60 + (at % 40)}`;
    const code = at % 70 === 69 ? 880_000 + at - 1 : 880_000 + at;
    const address = ["Kerkstraat", (at % 90) + 1, `${1000 + at} AB`, town];
    return [code, first, last, mail, phone, born, ...address, [0, 25, 100][at % 3] ?? 0];
  });
  const total = list.reduce((sum, row) => sum + Number(row.at(-1)), 0);
  return [head.split(","), ...list, ["Totaal", "", "", "", "", "", "", "", "", "", total]];
}

/** Families that share a phone, numbers that are none, customers of two towns. */
const FAMILIES: readonly Row[] = [
  ["Member code", "First name", "E-mail", "Phone", "City"],
  ["F1", "Ana", "ana@example.com", "612 34 56 78", "Bern"],
  ["F2", "Ben", "ben@example.com", "612 34 56 78", "Bern"],
  ["F3", "Cat", "cat@example.com", "1234567", "Bern"],
  ["F4", "Dan", "dan@example.com", "12345678", "Bern"],
  ["F5", "Eva", "eva@example.com", "612 34 56 79", "Genf"],
];

/** Writes the lists that are imported on the walks into a folder. */
export function writeLists(folder: string): void {
  const save = (name: string, content: string | Buffer) =>
    writeFileSync(join(folder, name), content);
  save("members.xlsx", xlsx([HEAD, ...rows(60)]));
  save("members-november.xlsx", xlsx([HEAD, ...later]));
  save("points.xlsx", xlsx(withPoints(rows(60))));
  save("klanten-oktober.csv", csv(messy()));
  save("club.csv", csv([HEAD, ...rows(4_000)]));
  save("short.csv", csv([HEAD, ...rows(3)]));
  save("families.csv", csv(FAMILIES));
  save("bonus.csv", csv(withPoints(rows(3))));
  const secret = join(ROOT, "test", "fixtures", "sources", "encrypted-agile.xlsx");
  copyFileSync(secret, join(folder, "secret.xlsx"));
}
