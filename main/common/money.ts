/**
 * How money is written beside a number: signs, codes and words of many countries. Only what is no
 * other word of lists: `all` and `top` are codes too, "L" is a size as well.
 */

/** In any case; without the point of an abbreviation. */
const WORDS = new Set(
  (
    "usd eur gbp chf cad aud nzd mxn brl ars clp cop pen uyu pyg bob vef ves dop crc gtq hnl nio pab jmd ttd " +
    "sek nok dkk isk pln czk huf ron bgn rsd mkd bam hrk byn uah rub kzt amd azn uzs kgs mdl " +
    "jpy cny inr krw try zar ils sgd hkd twd thb php idr myr vnd pkr lkr bdt npr khr mmk mnt " +
    "aed sar qar kwd bhd omr jod egp tnd dzd lbp iqd ngn kes ghs tzs ugx etb xof xaf fcfa cfa mur nad bwp zmw " +
    "kr kč ft fr sfr zł zl lei leu tl rs rp rm rmb nis ksh tsh ush dhs dh din kn lv vnđ đ gs bs " +
    "euro euros euró eura evro dollar dollars dólar dólares dolares pound pounds peso pesos real reais sol soles " +
    "rupee rupees rupiah ringgit yen yuan won baht rand forint koruna koruny korun kronor kroner krone kruna " +
    "zloty złoty złote złotych lira liras lire franc francs franken rubles rubel dirham dirhams riyal riyals " +
    "dinar dinars dinara naira shilling shillings cedi cedis colones quetzales lempiras bolivianos guaraníes " +
    "руб рубль рубля рублей р грн гривень гривен лв лева дин динара ден тг тенге сом сум лей евро долл " +
    '円 元 원 圆 圓 บาท ر.س د.إ د.ك ج.م درهم ريال دينار جنيه ש״ח ש"ח שח m.n'
  ).split(" "),
);
/** Short ones that mean something else in small letters: kilometres, a French article. */
const CAPITALS = new Set("KM SR QR KD BD JD DT LE GEL MAD US MX CA CAN AU NZ HK NT R".split(" "));
/** Letters that stand for money in front of an amount with cents only. */
const BEFORE_CENTS = new Set("L Q P N K S D".split(" "));

/** `US$`, `R$`, `GH₵`, `$U`, `€uro`, `S/`, `S/.`; the letters belong to the sign. */
const SIGN = /^(?:\p{L}{0,3}\p{Sc}(?:uros?(?!\p{L})|U(?!\p{L}))?|[SB]\/\.?|F\.? ?CFA(?!\p{L}))/u;
const WORD = /^\p{L}(?:[\p{L}\p{M}]|["״.](?=\p{L}))*\.?/u;

/** How many letters at the start of a text are money's: a sign or a word; 0 where none are. */
export function moneyAt(text: string, hasCents = false): number {
  const sign = SIGN.exec(text)?.[0];
  if (sign !== undefined) return sign.length;
  const word = WORD.exec(text)?.[0] ?? "";
  const bare = word.replace(/\.$/, "");
  const isMoney =
    CAPITALS.has(bare) || (hasCents && BEFORE_CENTS.has(bare)) || WORDS.has(bare.toLowerCase());
  return isMoney ? word.length : 0;
}

/** Whether a text is money's and nothing else. */
export function isMoney(text: string): boolean {
  let rest = text.trim();
  if (rest === "") return false;
  while (rest !== "") {
    const length = moneyAt(rest);
    if (length === 0) return false;
    rest = rest.slice(length).trimStart();
  }
  return true;
}
