import fc from "fast-check";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { decodeBack } from "../../../../main/pipeline/sources/misread/decode-back.ts";
import { OLDER_LETTERS } from "../../../../main/pipeline/sources/misread/older-letters.ts";

const misread = (text: string, encoding: string) => iconv.decode(Buffer.from(text), encoding);

test.each([
  ["Ã‰mile", "Émile"],
  ["Ã–zil", "Özil"],
  ["HauptstraÃŸe", "Hauptstraße"],
  ["PaweÅ‚", "Paweł"],
  ["Ð˜Ð²Ð°Ð½", "Иван"],
  ["JOSÃ‰ NUÃ‘EZ", "JOSÉ NUÑEZ"],
  ["KÃ–LN", "KÖLN"],
  ["Oâ€™Brien", "O’Brien"],
  ["CittÃ\u00a0 di Castello", "Città di Castello"],
  ["Ä°stanbul", "İstanbul"],
  ["Nguyá»…n VÄƒn An", "Nguyễn Văn An"],
  ["æ\u009dŽæ˜Ž", "李明"],
  ["Ã\u0089mile", "Émile"],
  ["MarÃ\u00ada", "María"],
  ["FranÃƒÂ§ois", "François"],
  ["JosÃƒÆ’Ã‚Â©", "José"],
  ["JosĂ©", "José"],
  ["MĂĽller", "Müller"],
  ["РРІР°РЅ РџРµС‚СЂРѕРІ".replace("РР", "Р\u0098Р"), "Иван Петров"],
  ["Jos√©", "José"],
  ["M├╝ller", "Müller"],
  ["Jos├®", "José"],
  ["╨Ш╨▓╨░╨╜", "Иван"],
])("%s is %s", (seen, meant) => {
  expect(decodeBack(seen)).toEqual({ text: meant, certain: true });
});

test.each([
  ...[
    "JOÃO",
    "SÃO PAULO",
    "IRMÃ",
    "CONCEIÇÃO",
    "Ângela",
    "MÂNCIO LIMA",
    "Nguyễn Thị Ánh",
    "ĐÀ NẴNG",
  ],
  ...[
    "NESCAFÉ®",
    "CAFÉ™",
    "«MENÜ»",
    "Weiß’ Hof",
    "ANDRÉ’S",
    "ORĂŞTIE",
    "POŁAŃCZYK",
    "ŻÓŁĆ",
    "KŘÍŽ",
  ],
  ...[
    "Иван Петров",
    "СЕН",
    "Київ",
    "ЇЖАК",
    "Αθήνα",
    "ÎLE DE RÉ",
    "Straße 5–7",
    "5 °C",
    "ÆØÅ",
    "Bjørn Åse",
  ],
  ...["50 ÷ 2", "Zoë", "Ça va", "£5", "José", "İstanbul", "李明", "山田", "Ανδρέας", "Łódź"],
])("%s is meant as it is written", (text) => {
  expect(decodeBack(text)?.certain ?? false).toBe(false);
  expect(decodeBack(text)).toBeNull();
});

test("what is decoded back is what was misread, through the same doors again", () => {
  const letters = [..."aeéèüößçñłşğčžąÉÜÖÑŁŞИванпет日本李 -’"];
  const doors = ["windows-1252", "windows-1250", "windows-1254", "windows-1257", "windows-1251"];
  const all = [...doors, "windows-1253", "macintosh", "cp850", "cp437", "cp852", "ibm866"];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...letters), { maxLength: 12 }),
      fc.constantFrom(...doors, "macintosh", "cp850"),
      (signs, encoding) => {
        const seen = misread(signs.join(""), encoding);
        const back = decodeBack(seen);
        if (back === null) return;
        let again = [back.text];
        for (let round = 0; round < 3 && !again.includes(seen); round++) {
          again = [...new Set(again.flatMap((text) => all.map((door) => misread(text, door))))];
        }
        expect(again).toContain(seen);
      },
    ),
  );
});

test.each(OLDER_LETTERS)("the letters of $encoding are those of its bytes", (older) => {
  const bytes = Buffer.from(Array.from({ length: 0x80 }, (_, at) => 0x80 + at));
  expect(older.letters).toBe(iconv.decode(bytes, older.encoding));
});
