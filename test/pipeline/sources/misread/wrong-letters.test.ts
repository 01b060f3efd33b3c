import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { codes, judge } from "../shape/judged.ts";

const HEAD = "Card Number,First Name,Last Name,City\n";

/** A list in one encoding as a program wrote it down that took it for another. */
const seenAs = (list: string, encoding: string, other: string) =>
  iconv.decode(iconv.encode(list, encoding), other);

const RUSSIAN = `${HEAD}1,Сергей,Кузнецов,Самара\n2,Елена,Новикова,Омск\n`;
const LISTS = [
  ["windows-1251", "windows-1252", RUSSIAN],
  ["windows-1250", "windows-1252", `${HEAD}1,Łucja,Wróbel,Łódź\n2,Michał,Wiśniewski,Gdynia\n`],
  ["windows-1253", "windows-1252", `${HEAD}1,Κώστας,Δημητρίου,Βόλος\n2,Σοφία,Νικολάου,Πάτρα\n`],
  ["windows-1254", "windows-1252", `${HEAD}1,Ayşe,Yıldız,Iğdır\n2,Işıl,Doğan,Şırnak\n`],
  ["macintosh", "windows-1252", `${HEAD}1,José,Muñoz,Cádiz\n2,Jérôme,Gautier,Orléans\n`],
  ["koi8-r", "windows-1251", RUSSIAN],
  ["ibm866", "windows-1251", `${HEAD}1,Игорь,Юдин,Самара\n2,Елена,Новикова,Омск\n`],
  ["windows-1252", "cp437", `${HEAD}1,José,Muñoz,Cáceres\n2,Jürgen,Größer,Köln\n`],
] as const;

test.each(LISTS)("a list in %s that was read as %s is told, and decoded back", async (...about) => {
  const [encoding, other, list] = about;
  const wrong = seenAs(list, encoding, other);
  const judged = await judge(wrong);
  const told = judged.findings.find(({ code }) => code === "list-misread");
  expect(told).toMatchObject({
    params: { as: other, encoding },
    remedy: { decodeBack: true },
  });
  const back = await judge(wrong, { choice: { decodeBack: true } });
  expect(codes(back)).toEqual(["rows-decoded-back"]);
  const rows = list.trim().split("\n").slice(1);
  expect(back.values.map((values) => Object.values(values).join())).toEqual(rows);
});

test.each([
  ["Iceland", "1,Þórður,Guðmundsson,Ísafjörður\n2,Hafþór,Sæþórsson,Höfn\n"],
  ["France", "1,Zoé,L’Haÿ,Évian\n2,Raphaël,Cœur,Île-d’Aix\n"],
  ["Norway", "1,Ægir,Ødegård,Ærø\n2,Øyvind,Åsen,Ås\n"],
  ["signs", "1,José,Nestlé® SA,Nº 5 – 1ª planta\n2,Mª Ángeles,Gómez,20 m² (½ €)\n"],
  ["capitals", "1,ÖMER,GRÖßER,KÖLN\n2,JÖRG,MÜLLER,ÄÄS\n"],
  ["Russia", "1,Ольга,ООО «Ёлка»,Тверь\n2,ИГОРЬ,Юдин,кВт\n"],
  ["Vietnam", "1,Ðình,Nguyễn,Đà Nẵng\n2,Ý Lan,Lê,Huế\n"],
])("nothing is said of a list of %s", async (_, rows) => {
  expect(codes(await judge(HEAD + rows))).toEqual([]);
});
