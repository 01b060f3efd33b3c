import { roundedClock, serialText } from "../cells/dates.ts";
import { NumberReader } from "../cells/number-cell.ts";
import { type NumberFormat, sectionFor } from "../cells/number-format.ts";
import type { CellMark } from "../source.ts";
import type { NumberStyles } from "./number-styles.ts";

/** A cell as it is written, before its value is a text. */
export interface OdsCell {
  /** `office:value-type`: float, date, string, ...; "" where the cell has none. */
  readonly type: string;
  /** The attribute that holds the value; null where only the text does. */
  readonly value: string | null;
  readonly style: string;
  readonly isError: boolean;
  readonly isFormula: boolean;
  /** Paragraphs as shown, joined. */
  readonly text: string;
}

const DURATION = /^(-)?P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?$/;
const DAY_SECONDS = 86_400;
const DATE = /^(-?\d{4,})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}:\d{2})([.,]\d+)?)?/;
const ERROR = /^(?:#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)|Err:\d{3})$/;
const ELAPSED = { date: false, time: true, elapsed: true } as const;

/** Reads OpenDocument cells by the same rules as those of a .xlsx. */
export class OdsCells {
  /** That of the cell read last. */
  mark: CellMark | undefined;
  readonly #styles: NumberStyles;
  readonly #numbers: NumberReader;

  constructor(styles: NumberStyles, date1904: boolean) {
    this.#styles = styles;
    this.#numbers = new NumberReader(date1904);
  }

  text(cell: OdsCell): string {
    this.mark = undefined;
    if (cell.isError || (cell.isFormula && ERROR.test(cell.value ?? cell.text))) {
      this.mark = "error";
      return cell.value !== null && ERROR.test(cell.value) ? cell.value : cell.text || "#N/A";
    }
    if (cell.value === null) return cell.text;
    switch (cell.type) {
      case "float":
      case "percentage":
      case "currency":
        return this.#number(cell, cell.value);
      case "boolean":
        return cell.value === "true" || cell.value === "1" ? "TRUE" : "FALSE";
      case "date":
        return this.#date(cell, cell.value);
      case "time":
        return this.#time(cell, cell.value);
      default:
        return cell.value;
    }
  }

  #number(cell: OdsCell, raw: string): string {
    // A formula such as =TRUE() is shown by its word and stored as 1.
    const isWord = cell.isFormula && /^\p{L}+$/u.test(cell.text) && !this.#styles.isSet(cell.style);
    const isTruth = raw === "1" || raw === "0";
    if (isTruth && (this.#styles.isBoolean(cell.style) || isWord)) {
      return raw === "1" ? "TRUE" : "FALSE";
    }
    const format = this.#styles.format(cell.style);
    const text = this.#numbers.text(raw, format);
    this.mark = this.#numbers.mark;
    return format !== null && isFuller(cell.text, text, raw) ? cell.text : text;
  }

  #date(cell: OdsCell, raw: string): string {
    const [, year = "", month, day, clock, fraction] = DATE.exec(raw) ?? [];
    const time = clock === undefined ? undefined : roundedClock(clock, fraction);
    if (year === "") return raw;
    this.mark = "date";
    const parts = shownParts(this.#styles.format(cell.style));
    if (parts?.date === false && time !== undefined) return time;
    const date = `${year}-${month}-${day}`;
    const isDay = time === undefined || time === "00:00:00" || parts?.time === false;
    return isDay ? date : `${date}T${time}`;
  }

  #time(cell: OdsCell, raw: string): string {
    const match = DURATION.exec(raw);
    if (match === null) return raw;
    const [minus, ...parted] = match.slice(1);
    const [days, hours, minutes, seconds] = parted.map((part) =>
      Number(part?.replace(",", ".") ?? 0),
    ) as [number, number, number, number];
    if (minus === "-") return cell.text === "" ? raw : cell.text;
    const parts = shownParts(this.#styles.format(cell.style)) ?? ELAPSED;
    const serial = days + (hours * 3600 + minutes * 60 + seconds) / DAY_SECONDS;
    const text = serialText(serial, parts, false) ?? serialText(serial, ELAPSED, false);
    if (text === null) return raw;
    this.mark = "date";
    return text;
  }
}

/**
 * Whether the text that was shown has the same digits with zeros or signs that the style, as it was
 * written, has lost: `06 12 34 56 78` of a French phone number. Marks of amounts are none of them.
 */
function isFuller(shown: string, text: string, raw: string): boolean {
  if (shown === text || !SIGNED_DIGITS.test(shown) || !/^\d{1,15}$/.test(raw)) return false;
  const isGrouped = GROUPED.test(shown);
  return !isGrouped && shown.replace(/\D/g, "").replace(/^0+/, "") === raw.replace(/^0+/, "");
}

/** Zeros in front, or signs among the digits. */
const SIGNED_DIGITS = /^(?:0\d|[(+]?\d+[ ()/-])[\d ()/-]*\d$/;
/** Thousands parted by blanks. */
const GROUPED = /^\d{1,3}(?: \d{3})+$/;

function shownParts(format: NumberFormat | null) {
  const section = format === null ? null : sectionFor(format, 1).section;
  return section?.kind === "date" ? section.parts : null;
}
