/**
 * A stored number as text: no exponent, no thousands separators, 15 significant digits as a
 * spreadsheet program shows (the double 0.30000000000000004 reads 0.3). Whole numbers keep every
 * digit that their double has.
 */
export function plainNumber(value: number): string {
  const shown = Number.isInteger(value) ? value : Number(value.toPrecision(15));
  const text = String(shown === 0 ? 0 : shown);
  return text.includes("e") ? withoutExponent(text) : text;
}

/** "1.5e-7" as "0.00000015", "1e+21" as "1000000000000000000000". */
function withoutExponent(text: string): string {
  const [mantissa = "", exponent = "0"] = text.split("e");
  const sign = mantissa.startsWith("-") ? "-" : "";
  const [whole = "", fraction = ""] = mantissa.replace("-", "").split(".");
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits + "0".repeat(point - digits.length);
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Spreadsheet programs hold 15 significant digits: a whole number of 16 or more has lost some. */
const DIGITS_LOST_FROM = 1e15;

export function hasLostDigits(value: number): boolean {
  return Math.abs(value) >= DIGITS_LOST_FROM;
}

/**
 * Whether a number as written in the file is already the text of `plainNumber`, which most are:
 * up to 15 digits, no exponent, no needless zero.
 */
export function isPlainAsWritten(raw: string): boolean {
  const length = raw.length;
  if (length === 0 || length > 15) return false;
  const first = raw.charCodeAt(0);
  if (first === 0x30) {
    if (length === 1) return true;
    if (raw.charCodeAt(1) !== 0x2e) return false;
  } else if (first < 0x31 || first > 0x39) return false;
  let point = -1;
  for (let at = 1; at < length; at++) {
    const code = raw.charCodeAt(at);
    if (code === 0x2e) {
      if (point >= 0) return false;
      point = at;
    } else if (code < 0x30 || code > 0x39) return false;
  }
  return point < 0 || raw.charCodeAt(length - 1) > 0x30;
}

const POINT = 0x2e;
const ZERO = 0x30;

/** Whether a number's text has its point before three digits: `1.375`. */
export function mayBeThousand(text: string): boolean {
  const { length } = text;
  if (length < 5 || length > 7 || text.charCodeAt(length - 4) !== POINT) return false;
  return text.charCodeAt(0) > ZERO;
}
