import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { openSource } from "../../../../main/pipeline/sources/open.ts";
import { readFirst } from "../../../../main/pipeline/sources/read-first.ts";
import { readRows } from "../../../helpers/processes/read-rows.ts";
import { tempFile } from "../../../helpers/xlsx-bytes.ts";

const WESTERN = "Name;City;Note\nJosé García;Málaga;sí\nFrançois;Besançon;O’Brien\n";

describe("the encoding of a text list", () => {
  it.each([
    ["utf-8", WESTERN, "utf-8"],
    ["windows-1252", WESTERN, "windows-1252"],
    ["windows-1252", "Name;Note\nO’Neil;“quoted” – dash €5\nAnn;x\n", "windows-1252"],
    ["windows-1252", "Nom;Rue\nL’Été;1ª planta, Nº 5\n«Hola»;¿Qué?\n", "windows-1252"],
    ["windows-1252", "Navn;By\nØyvind Næss;Ærø\nSøren;Åre\n", "windows-1252"],
    ["macintosh", WESTERN, "macintosh"],
    ["windows-1250", "Jméno;Město\nJiří Dvořák;Plzeň\nŠárka;České Budějovice\n", "windows-1250"],
    ["windows-1250", "Név;Város\nŐry Zsófia;Győr\nSzűcs Gábor;Pécs\n", "windows-1250"],
    ["windows-1257", "Vardas;Miestas\nŽemaitis;Šiauliai\nGražinė;Panevėžys\n", "windows-1257"],
    ["windows-1256", "الاسم;المدينة\nمحمد علي;القاهرة\n", "windows-1256"],
    ["windows-874", "ชื่อ;เมือง\nสมชาย ใจดี;กรุงเทพ\n", "windows-874"],
    ["cp850", "Name;City\nJosé García;Málaga\nPeña;Núñez\n", "cp850"],
    ["windows-1250", "Imię;Miasto\nŁukasz Wiśniewski;Łódź\nMałgorzata;Gdańsk\n", "windows-1250"],
    ["iso-8859-2", "Imię;Miasto\nŁukasz Wiśniewski;Łódź\nMałgorzata;Gdańsk\n", "iso-8859-2"],
    ["windows-1251", "Имя;Город\nИван Петров;Москва\n", "windows-1251"],
    ["koi8-r", "Имя;Город\nИван Петров;Москва\n", "koi8-r"],
    ["windows-1253", "Όνομα;Πόλη\nΓιώργος Παπαδόπουλος;Αθήνα\n", "windows-1253"],
    ["windows-1254", "Ad;Şehir\nAyşe Yılmaz;İstanbul\nÇağrı Öztürk;Iğdır\n", "windows-1254"],
    ["shift_jis", "名前;住所\n山田太郎;東京都渋谷区\n佐藤花子;大阪府\n", "shift_jis"],
    ["gb18030", "姓名;地址\n王小明;北京市朝阳区\n李华;上海\n", "gb18030"],
    ["big5", "姓名;地址\n王小明;台北市\n陳美麗;高雄市\n", "big5"],
    ["euc-kr", "이름;주소\n김철수;서울특별시\n이영희;부산\n", "euc-kr"],
  ])("%s is found", async (encoding, text, found) => {
    const path = tempFile("list.csv", iconv.encode(text, encoding));
    expect((await readFirst(path)).encoding).toBe(found);
    expect(await readRows(path)).toEqual(
      text
        .trim()
        .split("\n")
        .map((line) => line.split(";")),
    );
  });

  it.each([
    ["windows-1254", "Müşteri;Adı Soyadı\n1;Ayşe Kaya"],
    ["windows-1254", "Code;Name;City\n1;Cüneyt Arslanoğlu;Diyarbakır\n2;Osman Akdağ;İzmir"],
    ["cp857", "Müşteri;Şehir\n1;Iğdır\n2;Şanlıurfa"],
    ["windows-1250", "Kod;Ime i prezime;Mjesto\n1;Natka Puškarčuk;Sveta Nedelja"],
    ["windows-1250", "Code;Name;City\n1;Ivančica Babić;Ploče"],
    ["windows-1250", "Číslo;Meno a priezvisko;Mesto\n1;Kristína Klapka;Bratislava"],
    ["windows-1250", "Code;Name;City\n1;Jindřich Moudrý;Plzeň"],
    ["windows-1250", "Kod;Imię i nazwisko;Miasto\n1;Amanda Golec;Mieszkowice"],
    ["windows-1250", "Code;Name;City\n1;Julia Maćkowiak;Bieruń\n2;Piotr Lis;Przemyśl"],
    ["windows-1250", "Kód;Név;Város\n1;Emma Szűcs;Martfű"],
    ["iso-8859-2", "Číslo;Příjmení;Město\n1;Štefanová;Šlapanice"],
    ["cp852", "Kod;Nazwisko;Miasto\n1;Wiśniewska;Łódź"],
    ["windows-1257", "Kods;Vārds;Pilsēta\n1;Jānis Bērziņš;Rīga"],
    ["windows-1253", "Κωδικός;Πόλη\n1;Αθήνα"],
    ["iso-8859-7", "Code;Name\n1;Άννα Παπαδοπούλου"],
    ["windows-1251", "Code;Name\n1;Иван Петров"],
  ])("%s is found by a list as short as %j", async (encoding, text) => {
    const path = tempFile("list.csv", iconv.encode(`${text}\n`, encoding));
    expect(await readRows(path)).toEqual(text.split("\n").map((line) => line.split(";")));
  });

  it.each([
    "Nummer;Navn;By\n1;Victoria Stensrud;Høyfoss\n2;Mats Sørlie;Sandøy",
    "Code;Naam;Plaats\n1;Salomë van der Heijden;Hijken",
    "Código;Nombre\n1;Íñigo Núñez",
    "Code;Nom;Ville\n1;Ève Marchal;Nîmes",
    "Código;Nome;Cidade\n1;Mia Conceição;Mêda",
    "Codice;Nome;Città\n1;Niccolò;Cefalù",
    "Name\nZoë Müller",
    "Name\nÞór Sigurðsson\nÓlöf Guðmundsdóttir",
    "Code;Points\n1;12\u00a0345\n2;23\u00a0456\n3;1\u00a0234",
    "Name;Note\nJohn\u00a0Smith;5 – 10 €",
  ])("a short list of Western letters and signs is read as written: %j", async (text) => {
    const path = tempFile("list.csv", iconv.encode(`${text}\n`, "windows-1252"));
    expect(await readRows(path)).toEqual(text.split("\n").map((line) => line.split(";")));
  });

  it.each([
    ["utf-8", "utf-8"],
    ["utf-16le", "utf-16le"],
    ["utf-16be", "utf-16be"],
    ["utf-32le", "utf-32le"],
  ])("a byte order mark of %s is believed and is no letter", async (encoding, found) => {
    const bytes = iconv.encode(WESTERN, encoding, { addBOM: true });
    const path = tempFile("list.csv", bytes);
    expect((await readFirst(path)).encoding).toBe(found);
    expect((await readRows(path))[0]).toEqual(["Name", "City", "Note"]);
  });

  it.each(["utf-16le", "utf-16be"])("%s is found without its mark", async (encoding) => {
    const path = tempFile("list.txt", iconv.encode(WESTERN, encoding));
    expect((await readFirst(path)).encoding).toBe(encoding);
    expect((await readRows(path))[1]).toEqual(["José García", "Málaga", "sí"]);
  });

  it("is found by a letter far behind the start", async () => {
    const plain = "Name,City\n".concat("Ann,Reno\n".repeat(120_000));
    const old = tempFile("old.csv", iconv.encode(`${plain}José,Málaga\n`, "windows-1252"));
    const now = tempFile("now.csv", `${plain}José,Málaga\n`);
    expect((await readRows(old)).at(-1)).toEqual(["José", "Málaga"]);
    expect((await readRows(now)).at(-1)).toEqual(["José", "Málaga"]);
    expect((await readFirst(old)).encoding).toBe("windows-1252");
  });

  it("can be chosen, and one that is not known is refused", async () => {
    const path = tempFile("list.csv", iconv.encode("Name\nĽubica\n", "windows-1250"));
    const first = await readFirst(path, { encoding: "windows-1250" });
    expect(first.firstRows[1]?.cells).toEqual(["Ľubica"]);
    await expect(readFirst(path, { encoding: "klingon" })).rejects.toMatchObject({
      code: "encoding-unknown",
    });
  });

  it("counts letters that a chosen encoding does not hold", async () => {
    const path = tempFile("list.csv", iconv.encode("Name\nJosé\nZoë\n", "windows-1252"));
    const { notices } = await readFirst(path, { encoding: "utf-8" });
    expect(notices.map(({ code, params }) => [code, params])).toEqual([
      ["unreadable-letters", { count: 2 }],
    ]);
  });
});

describe("the separator of a text list", () => {
  it.each([
    ["Name,City\nAnn,Reno\n", ","],
    ["Name;Amount;Note\nAnn;1,5;a, b\nEve;2,5;c, d\n", ";"],
    ["Name\tNote\nAnn\ta, b; c\nEve\td, e\n", "\t"],
    ["Name|Note\nAnn|a\nEve|b\n", "|"],
    ['"Last, First";"Street, City"\n"Lee, Ann";"Main, Reno"\n', ";"],
    ["sep=;\nName;Note\nAnn;a,b,c\n", ";"],
    ["My customers\n\nName;City;Zip\nAnn;Reno;1\nEve;Lyon;2\n", ";"],
  ])("of %j is %j", async (text, delimiter) => {
    expect((await readFirst(tempFile("list.csv", text))).delimiter).toBe(delimiter);
  });

  it("is not taken from inside quoted fields, however few rows there are", async () => {
    const path = tempFile("notes.csv", 'id,note\n1,"a;b\n\nc;d"\n2,"e;f;g;h"\n');
    expect(await readRows(path)).toEqual([
      ["id", "note"],
      ["1", "a;b\n\nc;d"],
      ["2", "e;f;g;h"],
    ]);
  });

  it("is found above a value that is longer than what is looked at", async () => {
    const path = tempFile("long.csv", `a,b\n${"x".repeat(200_000)},1\n`);
    expect(await readRows(path)).toEqual([
      ["a", "b"],
      ["x".repeat(32_767), "1"],
    ]);
  });

  it("is none in a single column of full names", async () => {
    const path = tempFile("names.txt", "Name\nLee, Ann\nBrown, Eve\n");
    expect((await readFirst(path, { delimiter: ";" })).columns).toHaveLength(1);
    expect((await readFirst(path)).columns.map((column) => column.header)).toEqual(["Name"]);
  });

  it.each([
    ["titles above a short list", "Customers\n\nCode,Name\n00123,Ana\n", ["00123", "Ana"]],
    ["remarks above a short list", "#Export 2024\n#by till 3\nCode,Name\n1,Ana\n", ["1", "Ana"]],
    ["a quote that is never closed", 'Code,Name\n2,5" pipe\n3,"Lee\n4,x\n', ["4", "x"]],
  ])("is found in spite of %s", async (_, text, last) => {
    expect((await readRows(tempFile("list.csv", text))).at(-1)).toEqual(last);
  });

  it("can be chosen", async () => {
    const path = tempFile("list.csv", "a;b,c\n1;2,3\n");
    expect((await readFirst(path, { delimiter: "," })).columns.map((one) => one.header)).toEqual([
      "a;b",
      "c",
    ]);
  });
});

describe("text lists as stores have them", () => {
  it("keep zeros, blanks and long numbers as they are written", async () => {
    const path = tempFile("list.csv", "Card,Name\n00123,  Ann  \n6036461234567891,1.23457E+15\n");
    expect(await readRows(path)).toEqual([
      ["Card", "Name"],
      ["00123", "  Ann  "],
      ["6036461234567891", "1.23457E+15"],
    ]);
  });

  it("count empty lines as rows, and not those at the end", async () => {
    const path = tempFile("list.csv", "a,b\n\n,,\n1,2,\n,\n\n\n");
    expect(await readRows(path)).toEqual([["a", "b"], [], [], ["1", "2"]]);
  });

  it("lose the sep= line, the end mark of old programs and the guards of zeros", async () => {
    const path = tempFile("list.csv", 'sep=,\r\nCode,Zip\r\n="0012","=""00501"""\r\n\x1a');
    expect(await readRows(path)).toEqual([
      ["Code", "Zip"],
      ["0012", "00501"],
    ]);
  });

  it("lose guards of zeros whose quotes are doubled outside of quotes, and keep formulas", async () => {
    const path = tempFile("list.csv", 'Code,Zip,Note\n=""007"",="01",="A"&B1\n=""""x,="",=1\n');
    expect((await readRows(path)).slice(1)).toEqual([
      ["007", "01", '="A"&B1'],
      ['=""""x', "", "=1"],
    ]);
  });

  it("lose a sep= line in quotes", async () => {
    const path = tempFile("list.csv", '"sep=;"\r\na;b\r\n1,5;2\r\n');
    expect(await readRows(path)).toEqual([
      ["a", "b"],
      ["1,5", "2"],
    ]);
  });

  it("may hold quotes behind backslashes, where a backslash alone is a letter", async () => {
    const escaped = tempFile("dump.csv", 'a,b\n"x \\"y\\"",2\n"z",3\n');
    expect((await readRows(escaped))[1]).toEqual(['x "y"', "2"]);
    const paths = tempFile("paths.csv", 'a,b\n"C:\\",2\n"D:\\",3\n');
    expect((await readRows(paths))[1]).toEqual(["C:\\", "2"]);
  });

  it("lose zero bytes, which are told", async () => {
    const path = tempFile("list.csv", `Name,City\nAnn,Re\0no\n${"Eve,Lyon\n".repeat(50)}`);
    expect((await readRows(path))[1]).toEqual(["Ann", "Reno"]);
    expect((await readFirst(path)).notices.map((notice) => notice.code)).toEqual(["zero-bytes"]);
  });

  it("may quote with single quotes", async () => {
    const path = tempFile("list.csv", "'Name','City'\n'Ann','Reno, NV'\n'Eve','Lyon'\n");
    expect((await readRows(path))[1]).toEqual(["Ann", "Reno, NV"]);
  });

  it("come back from any encoding and separator as they were written", async () => {
    const letters: Readonly<Record<string, string>> = {
      "utf-8": "aé日😀Ω",
      "utf-16le": "aé日😀Ω",
      "windows-1252": "aéñçß",
      "windows-1251": "абвгд",
      shift_jis: "a東京都",
    };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(letters)),
        fc.constantFrom(",", ";", "\t", "|"),
        fc.array(fc.array(fc.nat(20), { minLength: 3, maxLength: 3 }), {
          minLength: 2,
          maxLength: 20,
        }),
        async (encoding, delimiter, numbers) => {
          const alphabet = [...(letters[encoding] ?? "")];
          const rows = numbers.map((row) =>
            row.map((number) => `x${alphabet[number % alphabet.length]}${number}`),
          );
          const text = rows.map((row) => row.join(delimiter)).join("\r\n");
          const path = tempFile(
            "list.csv",
            iconv.encode(text, encoding, { addBOM: encoding.startsWith("utf-16") }),
          );
          const source = await openSource(path, { encoding });
          const found: (readonly string[])[] = [];
          for await (const chunk of source.rows("list"))
            found.push(...chunk.map((row) => row.cells));
          expect(source.delimiter).toBe(delimiter);
          expect(found).toEqual(rows);
        },
      ),
      { numRuns: 40 },
    );
  });
});
