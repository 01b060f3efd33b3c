import iconv from "iconv-lite";
import { countHalfWidth, isHalfWidth } from "./half-width.ts";

/** What the names and addresses of a language are mostly written with. */
interface Writing {
  readonly encoding: string;
  readonly common: RegExp;
  /**
   * The range of first bytes of the characters in daily use, which the encoding's standard put
   * together.
   */
  readonly daily: readonly [from: number, to: number];
}

const TRADITIONAL =
  "陳林黃張李王吳劉蔡楊許鄭謝郭洪邱曾廖賴周葉蘇莊呂江何羅高蕭潘簡朱鍾彭游詹胡施沈余趙盧梁顏柯翁魏孫戴范方宋" +
  "小大明華美玲麗雅惠淑文志俊建家佳怡婷君豪宏偉傑英秀芬珍姓名地址電話郵件生日編號會員顧客備註城市國" +
  "台臺北新竹桃園中南雄縣區鄉鎮路街段巷弄號樓東西信義香港九龍門澳花蓮左營德安平和心子儀國強榮";
const SIMPLIFIED =
  "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟汪田" +
  "小大明华美玲丽雅伟芳娜秀英敏静强磊军洋勇艳杰娟涛超霞平刚桂文志建国姓名地址电话邮箱生日编号会员顾客备注城市" +
  "北京上海天津重庆广州深圳东西南中浦新区朝阳海淀省县镇路街道号楼室单元江苏浙山河湖四川成都武汉";
const KOREAN =
  "김이박최정강조윤장임한오서신권황안송류홍전고문양손배백허유남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥인" +
  "제모국은수영희철준혜미경숙순자호상동재승태훈울부산대광시군읍면리로번름화객회생일특별역북세종충청라가아";
const JAPANESE =
  "佐藤鈴木高橋田中渡辺伊山本村小林加吉井松清斎野口上原島坂岡川石前後長谷近藤遠青西福太三池阿部森内竹金和郎" +
  "一二美子花恵明真由裕健直樹愛優名前住所電話番号生年月日会員顧客備考市区町丁目東京都大阪府京都北海道県渋新宿";

/** Japanese syllables tell more than any sign: no other text holds them by chance. */
const WRITINGS: readonly Writing[] = [
  {
    encoding: "shift_jis",
    common: new RegExp(`[ぁ-んァ-ヶー々、。${JAPANESE}]`, "u"),
    daily: [0x82, 0x97],
  },
  {
    encoding: "euc-jp",
    common: new RegExp(`[ぁ-んァ-ヶー々、。${JAPANESE}]`, "u"),
    daily: [0xa4, 0xcf],
  },
  { encoding: "euc-kr", common: new RegExp(`[${KOREAN}]`, "u"), daily: [0xb0, 0xc8] },
  { encoding: "gb18030", common: new RegExp(`[${SIMPLIFIED}]`, "u"), daily: [0xb0, 0xd7] },
  { encoding: "big5", common: new RegExp(`[${TRADITIONAL}]`, "u"), daily: [0xa4, 0xc6] },
];

const OWN_SCRIPT =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
/** The rest are signs, and a letter that the sample cuts in two. */
const READABLE = 0.9;
/** Less than this is chance. */
const ENOUGH = 0.4;
const USUAL = 0.6;
/** What a sign of daily use counts that is no common one in names and addresses. */
const DAILY = 0.4;

export interface EastAsianGuess {
  readonly encoding: string;
  /** 0 to 1: how usual its signs are in lists. */
  readonly score: number;
}

/** The encodings of two bytes a letter in which the bytes make usual signs, the best one first. */
export function guessEastAsian(sample: Buffer): readonly EastAsianGuess[] {
  return WRITINGS.flatMap((writing) => {
    const score = usualness(sample, writing);
    return score < ENOUGH ? [] : [{ encoding: writing.encoding, score }];
  }).toSorted((a, b) => b.score - a.score);
}

function usualness(sample: Buffer, { encoding, common, daily: [from, to] }: Writing): number {
  const text = iconv.decode(sample, encoding);
  const foreign = [...text].filter((letter) => letter > "\x7f");
  const own = foreign.filter((letter) => OWN_SCRIPT.test(letter));
  if (foreign.length === 0 || own.length < foreign.length * READABLE) return 0;
  const wide = own.filter((letter) => !isHalfWidth(letter));
  let sum = 0;
  for (const letter of wide) {
    if (common.test(letter)) sum += 1;
    else {
      const [first = 0] = iconv.encode(letter, encoding);
      if (first >= from && first <= to) sum += DAILY;
    }
  }
  // Kana of half a width are believed beside usual signs: alone they may be capitals of others.
  if (wide.length > 0 && sum >= wide.length * USUAL) sum += countHalfWidth(text) * DAILY;
  return sum / foreign.length;
}
