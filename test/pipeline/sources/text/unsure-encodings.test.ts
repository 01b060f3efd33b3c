import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { codes, judge } from "../shape/judged.ts";

const HEAD = "Card Number,Name,City\n";

test.each([
  ["big5", `${HEAD}1,闕慧珠,澎湖縣馬公市\n`],
  ["big5", `${HEAD}1,龔詩涵,雲林縣斗六市\n2,吳佩珊,桃園市中壢區\n`],
  ["gb18030", `${HEAD}1,张敏,广州市天河区\n2,欧阳雪,厦门市\n`],
  ["shift_jis", `${HEAD}1,ｻﾄｳ 健,東京都新宿区\n2,中村さくら,埼玉県\n`],
  ["euc-jp", `${HEAD}1,吉田あゆみ,広島県\n2,松本リサ,静岡県\n`],
  ["euc-kr", `${HEAD}1,신민아,청주시 상당구\n2,권상우,포항시 북구\n`],
  // Katakana of half a width: each a byte, as the capitals of other alphabets are.
  ["shift_jis", `${HEAD}1,ﾅｶﾑﾗ ｼﾞｭﾝ,ﾋﾛｼﾏ\n2,ﾏﾂﾓﾄ ﾘｻ,ｼｽﾞｵｶ\n`],
  ["shift_jis", `ｶｰﾄﾞ,ﾅﾏｴ,ﾏﾁ\n1,ﾐﾔｻﾞｷ,ﾍﾞｯﾌﾟ\n`],
  ["shift_jis", `${HEAD}1,ｺｲｽﾞﾐ ﾖｳｺ,大阪市\n`],
  ["euc-jp", `${HEAD}1,ﾅｶﾑﾗ ｼﾞｭﾝ,ﾋﾛｼﾏ\n`],
  ["windows-1251", `${HEAD}1,СОКОЛОВА ОЛЬГА,ОМСК\n`],
  ["windows-1253", "Card Number,Nickname,City\n1,ΓΕΩΡΓΙΟΣ,x\n"],
  ["windows-1252", `${HEAD}1,GÖß,ÅÄÖ\n2,JÖRG,KÖLN\n`],
  ["koi8-u", `${HEAD}1,Євген Їжак,Київ\n2,Інна Ґалаґан,Рівне\n`],
  ["maccenteuro", `${HEAD}1,Żaneta Gąsior,Łódź\n2,Józef Święch,Kraków\n`],
  ["maccenteuro", `${HEAD}1,Jiří Dvořák,Plzeň\n2,Šárka Žižková,Třebíč\n`],
  ["koi8-r", `${HEAD}1,СОКОЛОВА ОЛЬГА,ОМСК\n2,КУЗНЕЦОВ СЕРГЕЙ,ПЕРМЬ\n`],
  ["ibm866", `${HEAD}1,СОКОЛОВА ОЛЬГА,ОМСК\n2,КУЗНЕЦОВ СЕРГЕЙ,ПЕРМЬ\n`],
  ["windows-1253", `${HEAD}1,ΝΙΚΟΛΑΟΥ ΜΑΡΙΑ,ΑΘΗΝΑ\n2,ΠΑΠΠΑΣ ΚΩΣΤΑΣ,ΠΑΤΡΑ\n`],
  ["cp737", `${HEAD}1,ΝΙΚΟΛΑΟΥ ΜΑΡΙΑ,ΑΘΗΝΑ\n2,ΠΑΠΠΑΣ ΚΩΣΤΑΣ,ΠΑΤΡΑ\n`],
  ["koi8-r", `${HEAD}1,Сергей Кузнецов,Самара\n2,Елена Новикова,Омск\n`],
  ["cp850", `${HEAD}1,Jörg Müller,Köln\n2,Käthe Weiß,Düsseldorf\n`],
  ["maccyrillic", `${HEAD}1,Сергей Кузнецов,Самара\n2,Елена Новикова,Омск\n`],
  ["maccyrillic", "Карта;Имя;Город\n7;Олег Зуев;Пермь\n"],
  ["cp855", `${HEAD}1,Сергей Кузнецов,Самара\n2,Елена Новикова,Омск\n`],
  ["cp737", `${HEAD}1,Γιώργος Νικολάου,Αθήνα\n2,Μαρία Δήμου,Χανιά\n`],
  ["cp869", `${HEAD}1,Γιώργος Νικολάου,Αθήνα\n2,Μαρία Δήμου,Χανιά\n`],
  ["macgreek", `${HEAD}1,Γιώργος Νικολάου,Αθήνα\n2,Μαρία Δήμου,Χανιά\n`],
  ["cp862", `${HEAD}1,רחל מזרחי,אשדוד\n2,משה פרץ,נתניה\n`],
  ["iso-8859-6", `${HEAD}1,فاطمة الزهراني,الدمام\n2,خالد العتيبي,الطائف\n`],
  ["cp720", `${HEAD}1,فاطمة الزهراني,الدمام\n2,خالد العتيبي,الطائف\n`],
  ["cp857", `${HEAD}1,Gülşen Kılıç,Çanakkale\n2,İbrahim Doğan,Balıkesir\n`],
  ["macturkish", `${HEAD}1,Gülşen Kılıç,Çanakkale\n2,İbrahim Doğan,Balıkesir\n`],
  ["cp775", `${HEAD}1,Jūratė Šimkutė,Šiauliai\n2,Žydrūnas Kazlauskas,Panevėžys\n`],
  ["macintosh", `${HEAD}1,Hélène Dubé,Nîmes\n2,Jérôme Gautier,Orléans\n`],
])("%s without a mark is read without a question", async (encoding, list) => {
  const judged = await judge(iconv.encode(list, encoding));
  expect(judged.reading.encoding).toBe(encoding);
  expect(codes(judged)).toEqual([]);
});

test("signs between escapes are read, though a separator's byte is among theirs", async () => {
  // カード;名前 / 7;佐藤 花子, as a mail program wrote it.
  const list = "\x1b$B%+!<%I\x1b(B;\x1b$BL>A0\x1b(B\n7;\x1b$B:4F# 2V;R\x1b(B\n".replace(
    " ",
    "\x1b(B \x1b$B",
  );
  const judged = await judge(Buffer.from(list, "latin1"));
  expect(judged.reading.encoding).toBe("iso-2022-jp");
  expect(judged.reading.firstRows.map(({ cells }) => cells)).toEqual([
    ["カード", "名前"],
    ["7", "佐藤 花子"],
  ]);
});

test.each([
  ["gb18030", `${HEAD}1,赵磊,x\n`],
  ["euc-kr", `${HEAD}1,윤아름,x\n`],
])("a name in %s that reads well in another encoding is asked about", async (encoding, list) => {
  const bytes = iconv.encode(list, encoding);
  const { findings } = await judge(bytes);
  expect(findings).toMatchObject([{ code: "encoding-unsure", severity: "error" }]);
  const name = list.split(",")[3];
  const right = findings[0]?.choices?.find((each) => each.name === encoding);
  expect(right).toEqual({ name: encoding, seen: name, column: 1, change: { encoding } });
  const chosen = await judge(bytes, { choice: { encoding } });
  expect(codes(chosen)).toEqual([]);
  expect(chosen.reading.firstRows[1]?.cells[1]).toBe(name);
});

test.each([
  ["shift_jis", "葵"],
  ["shift_jis", "翔"],
  ["shift_jis", "予"],
  ["big5", "功"],
  ["gb18030", "赵磊"],
])("a single name in %s proves nothing, and is asked about: %s", async (encoding, name) => {
  const { findings } = await judge(iconv.encode(`${HEAD}1,${name},x\n2,Ann,Bern\n`, encoding));
  expect(findings).toMatchObject([{ code: "encoding-unsure", severity: "error" }]);
  expect(findings[0]?.choices?.find((each) => each.name === encoding)?.seen).toBe(name);
});

test.each(["3ºA", "2ªD", "20°C", "Öz", "Åsa", "Øy", "José", "¿Que", "ça va"])(
  "a single %s in a Western list is no question",
  async (name) => {
    const list = `${HEAD}1,${name},x\n2,Ann,Bern\n`;
    const judged = await judge(iconv.encode(list, "windows-1252"));
    expect(codes(judged)).toEqual([]);
    expect(judged.reading.firstRows[1]?.cells[1]).toBe(name);
  },
);

test("a short word of kana of half a width is asked about, for it may be Russian", async () => {
  const { findings } = await judge(iconv.encode(`${HEAD}1,ｲﾄｳ ｴﾐ,x\n`, "shift_jis"));
  expect(findings).toMatchObject([{ code: "encoding-unsure" }]);
  expect(findings[0]?.choices?.find(({ name }) => name === "shift_jis")?.seen).toBe("ｲﾄｳ ｴﾐ");
});

test.each([
  ["euc-kr", "Card Number,Name,Password\n1,윤아름,윤아름윤아름\n", 1],
  ["gb18030", "Card Number;Kennwort;Name\n1;赵磊赵磊赵磊;赵磊\n", 2],
  ["gb18030", "Card Number,PIN,Name\n1,赵磊磊,赵磊\n2,赵磊磊磊,赵磊\n", 2],
])("the question for %s shows no value of a secret column", async (encoding, list, column) => {
  const { findings } = await judge(iconv.encode(list, encoding));
  const { choices = [] } = findings.find(({ code }) => code === "encoding-unsure") ?? {};
  expect(choices.length).toBeGreaterThan(1);
  const values = list.split("\n").map((line) => line.split(/[,;]/)[column]);
  expect(values).toContain(choices.find(({ name }) => name === encoding)?.seen);
  expect(new Set(choices.map((each) => each.column))).toEqual(new Set([column]));
});

test.each(["utf-16le", "utf-16be"])(
  "%s without a mark, hardly any of it ASCII",
  async (encoding) => {
    const list =
      "カード,姓名,都市\n一,田中由美,愛知県名古屋市中村区\n二,中村さくら,埼玉県さいたま市大宮区\n";
    for (const text of [list, "Карта;Имя;Город\n1;Иван Петров;Нижний Новгород\n"]) {
      const judged = await judge(iconv.encode(text, encoding, { addBOM: false }));
      expect(judged.reading.encoding).toBe(encoding);
      expect(judged.reading.columns).toHaveLength(3);
    }
  },
);
