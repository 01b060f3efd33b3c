import { compileFormat, type NumberFormat } from "./number-format.ts";

/**
 * Format codes of the ids that a file need not spell out (ECMA-376 part 1, 18.8.30). Only those
 * that change the reading of a number: dates and times. 27 to 36, 50 to 58 and 71 to 81 depend on
 * the language of the program that wrote the file, and are dates and times in all of them.
 */
const CODES: Readonly<Record<number, string>> = {
  14: "m/d/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "m/d/yy h:mm",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  32: "h:mm",
  33: "h:mm:ss",
  75: "h:mm",
  76: "h:mm:ss",
  77: "d/m/yy h:mm",
  78: "mm:ss",
  79: "[h]:mm:ss",
  80: "mm:ss.0",
};

const DATE_RANGES: readonly (readonly [number, number])[] = [
  [27, 36],
  [50, 58],
  [71, 74],
  [81, 81],
];

export function builtinFormat(id: number): NumberFormat | null {
  const code = CODES[id];
  if (code !== undefined) return compileFormat(code);
  // Both, so that 34, 35, 55 and 56, times in Chinese and dates in Japanese, read by their value.
  const isDate = DATE_RANGES.some(([from, to]) => id >= from && id <= to);
  return isDate ? compileFormat("yyyy/m/d h:mm") : null;
}
