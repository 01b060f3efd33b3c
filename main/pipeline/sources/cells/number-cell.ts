import type { CellMark } from "../source.ts";
import { serialText } from "./dates.ts";
import { applyMask } from "./mask.ts";
import { type NumberFormat, sectionFor } from "./number-format.ts";
import { hasLostDigits, isPlainAsWritten, mayBeThousand, plainNumber } from "./number-text.ts";

/**
 * Reads number cells. `mark` is that of the number read last: returned beside the text it would
 * cost an object for each of millions of cells.
 */
export class NumberReader {
  mark: CellMark | undefined;
  readonly #date1904: boolean;

  constructor(date1904: boolean) {
    this.#date1904 = date1904;
  }

  /** `raw` as written in the file; what is no number stays as it is. */
  text(raw: string, format: NumberFormat | null): string {
    this.mark = undefined;
    if (format === null && isPlainAsWritten(raw)) {
      if (mayBeThousand(raw)) this.mark = "fraction";
      return raw;
    }
    const value = Number(raw);
    if (raw === "" || !Number.isFinite(value)) return raw;
    return this.value(value, format);
  }

  value(value: number, format: NumberFormat | null): string {
    this.mark = undefined;
    if (format === null) return this.#plain(value);
    const { section, ownSign } = sectionFor(format, value);
    switch (section.kind) {
      case "plain":
        return value === 0 && section.hidesZero === true ? "" : this.#plain(value);
      case "text":
        return section.text;
      case "nothing":
        // `0;-0;;@` leaves cells with a zero empty.
        return value === 0 ? "" : this.#plain(value);
      case "mask":
        if (section.mask.wholeOnly && !Number.isInteger(value)) return this.#plain(value);
        if (hasLostDigits(value)) this.mark = "digits-lost";
        return applyMask(section.mask, value, ownSign);
      case "date": {
        const text = serialText(value, section.parts, this.#date1904);
        if (text === null) return this.#plain(value);
        this.mark = "date";
        return text;
      }
    }
  }

  #plain(value: number): string {
    const text = plainNumber(value);
    if (hasLostDigits(value)) this.mark = "digits-lost";
    else if (mayBeThousand(text)) this.mark = "fraction";
    return text;
  }
}
