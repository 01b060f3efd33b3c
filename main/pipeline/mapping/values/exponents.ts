/** `3.108207129E9`, `6.0064912345E+10`; codes such as 12E34, 7E5 and 219E01BE have no such point. */
const WRITTEN = /^(\+?)(\d)[.,](\d{1,20})[Ee](\+?)(\d{1,3})$/;
/** `310.82E+6`, in steps of a thousand, and a number below zero, which no key is. */
const OTHERWISE = /^[+-]?\d{1,15}[.,]\d{1,20}[Ee]\+?\d{1,3}$/;
/** Up to so many decimals spreadsheet programs show; what lies behind them is lost. */
const SHOWN_DECIMALS = 5;
/** Doubles hold so many digits for certain. */
const MAX_DIGITS = 15;
const MAX_FILLED = 4;
const CARET = 94;

/** `3.1 E9`, `6.1 x 10^8`, `6,1·10⁸`: as a program never reads it, with blanks or as a product. */
const SPACED = /^([+-]?\d{1,15}[.,]\d{1,20}) ?(?:[Ee] ?([+-]?\d{1,3})|[*x×·] ?10 ?\^ ?(\d{1,2}))$/;

/** Whether a text may be a number with an exponent: its end looks like one. */
export function endsInExponent(text: string): boolean {
  const { length } = text;
  for (let at = length - 2; at >= length - 5 && at > 1; at -= 1) {
    const code = text.charCodeAt(at);
    if (code === 69 || code === 101) return true;
    if (code === CARET && text.includes("10")) return true;
  }
  return false;
}

/**
 * The whole number that a program wrote with an exponent, digit by digit; "cut" where digits are
 * missing; null where it is no such number.
 */
export function readExponent(text: string): string | "cut" | null {
  const spaced = SPACED.exec(text);
  if (spaced !== null) {
    const [, number = "", exponent = spaced[3] ?? ""] = spaced;
    const isOwn = text === `${number}E${exponent}` || text === `${number}e${exponent}`;
    if (!isOwn) return readExponent(`${number}E${exponent}`) ?? "cut";
  }
  const [, sign = "", first = "", decimals = "", plus = "", exponent = ""] =
    WRITTEN.exec(text) ?? [];
  if (first === "") return OTHERWISE.test(text) ? "cut" : null;
  const missing = Number(exponent) - decimals.length;
  // With a sign, spreadsheet programs wrote it, which show what fits the cell.
  const mayFill = plus === "" && decimals.length > SHOWN_DECIMALS ? MAX_FILLED : 0;
  const isRound = plus === "" && Number(exponent) <= SHOWN_DECIMALS + MAX_FILLED;
  const whole = missing === 0 || (missing > 0 && (missing <= mayFill || isRound));
  const digits = Number(exponent) + 1;
  if (!whole || digits > MAX_DIGITS || first === "0") return "cut";
  return sign + first + decimals + "0".repeat(missing);
}
