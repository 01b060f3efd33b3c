import { MAX_FORMAT } from "../../../common/tables/limits.ts";
import { compileFormat, type NumberFormat } from "../cells/number-format.ts";
import { tooLarge } from "../fault.ts";

type Attribute = (name: string) => string | undefined;

interface NumberStyle {
  readonly kind: string;
  code: string;
  /** `value()>=0` and the style that shows such values. */
  readonly maps: (readonly [condition: string, style: string])[];
}

const KINDS: ReadonlySet<string> = new Set([
  "number:number-style",
  "number:currency-style",
  "number:percentage-style",
  "number:date-style",
  "number:time-style",
  "number:boolean-style",
  "number:text-style",
]);
/** What a part of a date or a time is in a format code, short and long. */
const DATE_PARTS: Readonly<Record<string, readonly [string, string]>> = {
  "number:day": ["d", "dd"],
  "number:month": ["m", "mm"],
  "number:year": ["yy", "yyyy"],
  "number:day-of-week": ["ddd", "dddd"],
  "number:hours": ["h", "hh"],
  "number:minutes": ["m", "mm"],
  "number:seconds": ["s", "ss"],
  "number:am-pm": ["AM/PM", "AM/PM"],
};
const CONDITION = /^value\(\)\s*(<=|>=|!=|<|>|=)\s*(-?[\d.]+(?:E[+-]?\d+)?)$/i;
/** Spreadsheet programs have some 65,000 at most. */
const MAX_STYLES = 200_000;
/** No card number has more; a style of more digits is a damaged one. */
const MAX_DIGITS = 255;

/**
 * Number styles of an OpenDocument file as the format codes that other spreadsheets use, so that
 * a number reads the same in all of them (OpenDocument 1.3, 16.29); and whether a cell style strikes
 * its text through.
 */
export class NumberStyles {
  readonly #styles = new Map<string, NumberStyle>();
  /** Number style of a cell style. */
  readonly #ofCells = new Map<string, string>();
  readonly #parents = new Map<string, string>();
  /** Whether a cell style strikes its text through, where it says so. */
  readonly #struck = new Map<string, boolean>();
  /** The cell style that is open. */
  #cell = "";
  readonly #formats = new Map<string, NumberFormat | null>();
  #open: NumberStyle | null = null;
  #count = 0;
  #elapsed = false;
  /** Where the letters of `number:embedded-text` go, counted from the right; null elsewhere. */
  #embedded: number | null = null;
  #digits = "";
  #grouping = "";
  #decimals = "";
  #inserted: (readonly [fromRight: number, letters: string])[] = [];
  #literal = "";

  /** Whether text is wanted: that of the element which has just begun. */
  begin(element: string, attribute: Attribute): boolean {
    if (element === "style:style") this.#cellStyle(attribute);
    if (element === "style:text-properties" && this.#cell !== "") {
      const line = attribute("style:text-line-through-style");
      if (line !== undefined) this.#struck.set(this.#cell, line !== "none");
    }
    if (KINDS.has(element)) {
      this.#countStyle();
      this.#open = { kind: element, code: "", maps: [] };
      this.#elapsed = attribute("number:truncate-on-overflow") === "false";
      this.#styles.set(attribute("style:name") ?? "", this.#open);
      return false;
    }
    if (this.#open === null || this.#open.code.length > MAX_FORMAT) return false;
    this.#part(this.#open, element, attribute);
    return element === "number:text" || element === "number:embedded-text";
  }

  text(text: string): void {
    if (this.#literal.length <= MAX_FORMAT) this.#literal += text;
  }

  finish(element: string): void {
    const style = this.#open;
    if (style === null) return;
    if (KINDS.has(element)) this.#open = null;
    else if (element === "number:embedded-text" && this.#embedded !== null) {
      this.#inserted.push([this.#embedded, this.#literal]);
      this.#embedded = null;
    } else if (element === "number:number") style.code += this.#numberCode();
    else if (element === "number:text") style.code += literalCode(this.#literal, style.kind);
    if (element === "number:text" || element === "number:embedded-text") this.#literal = "";
  }

  #part(style: NumberStyle, element: string, attribute: Attribute): void {
    const date = DATE_PARTS[element];
    if (date !== undefined) style.code += this.#dateCode(element, date, attribute);
    else if (element === "number:number") this.#number(attribute);
    else if (element === "number:embedded-text") {
      this.#embedded = Number(attribute("number:position") ?? 0);
      this.#literal = "";
    } else if (element === "number:text") this.#literal = "";
    else if (element === "number:scientific-number") style.code += "0.00E+00";
    else if (element === "number:fraction") style.code += "# ?/?";
    else if (element === "number:text-content") style.code += "@";
    else if (element === "style:map") {
      style.maps.push([
        attribute("style:condition") ?? "",
        attribute("style:apply-style-name") ?? "",
      ]);
    }
  }

  #dateCode(element: string, [short, long]: readonly [string, string], attribute: Attribute) {
    const code = attribute("number:style") === "long" ? long : short;
    const isFirst = /^number:(?:hours|minutes|seconds)$/.test(element) && this.#elapsed;
    if (!isFirst) return code;
    this.#elapsed = false;
    return `[${code}]`;
  }

  #number(attribute: Attribute): void {
    const least = Number(attribute("number:min-integer-digits") ?? 1);
    const grouped = attribute("number:grouping") === "true" ? "#," : "";
    this.#digits = "0".repeat(Math.min(MAX_DIGITS, Math.max(0, least || 0))) || "#";
    this.#decimals = Number(attribute("number:decimal-places") ?? 0) > 0 ? ".00" : "";
    this.#inserted = [];
    this.#grouping = grouped;
  }

  #numberCode(): string {
    let code = "";
    // Letters may stand among more digits than there are zeros at least.
    const least = this.#digits === "#" ? "" : this.#digits;
    const most = Math.max(0, ...this.#inserted.map(([place]) => place + 1));
    const digits = least.padStart(Math.min(MAX_DIGITS, most), "#") || "#";
    for (let at = 0; at < digits.length; at++) {
      const here = this.#inserted.filter(([place]) => place === digits.length - at);
      code += here.map(([, text]) => literalCode(text, "")).join("") + digits[at];
    }
    return this.#grouping + code + this.#decimals;
  }

  #cellStyle(attribute: Attribute): void {
    this.#cell = "";
    if (attribute("style:family") !== "table-cell") return;
    this.#countStyle();
    const name = attribute("style:name") ?? "";
    this.#cell = name;
    const numbers = attribute("style:data-style-name");
    if (numbers !== undefined) this.#ofCells.set(name, numbers);
    const parent = attribute("style:parent-style-name");
    if (parent !== undefined) this.#parents.set(name, parent);
  }

  #countStyle(): void {
    this.#count += 1;
    if (this.#count > MAX_STYLES) throw tooLarge("styles");
  }

  /** Whether that style says how numbers are shown. */
  isSet(cellStyle: string): boolean {
    return this.#numberStyle(cellStyle) !== undefined;
  }

  /** Whether cells of that style show TRUE and FALSE. */
  isBoolean(cellStyle: string): boolean {
    return this.#styles.get(this.#numberStyle(cellStyle) ?? "")?.kind === "number:boolean-style";
  }

  /** Null where the style changes nothing. */
  format(cellStyle: string): NumberFormat | null {
    const known = this.#formats.get(cellStyle);
    if (known !== undefined) return known;
    const name = this.#numberStyle(cellStyle);
    const format = name === undefined ? null : compileFormat(this.#code(name));
    this.#formats.set(cellStyle, format);
    return format;
  }

  /** Whether cells of that style have their text struck through. */
  isStruck(cellStyle: string): boolean {
    return this.#struck.size > 0 && this.#inherited(this.#struck, cellStyle) === true;
  }

  #numberStyle(cellStyle: string): string | undefined {
    return this.#inherited(this.#ofCells, cellStyle);
  }

  /** What a cell style says, or the nearest one that it is made from. */
  #inherited<T>(said: ReadonlyMap<string, T>, cellStyle: string): T | undefined {
    let name: string | undefined = cellStyle;
    for (let depth = 0; name !== undefined && depth < 16; depth++) {
      const found = said.get(name);
      if (found !== undefined) return found;
      name = this.#parents.get(name);
    }
    return undefined;
  }

  #code(name: string): string {
    const style = this.#styles.get(name);
    if (style === undefined) return "General";
    const sections = style.maps.flatMap(([condition, other]) => {
      const [, operator, limit] = CONDITION.exec(condition) ?? [];
      const shown = this.#styles.get(other);
      if (operator === undefined || limit === undefined || shown === undefined) return [];
      const sign = operator === "!=" ? "<>" : operator;
      return [`[${sign}${Number(limit)}]${shown.code}`];
    });
    return [...sections.slice(0, 3), style.code].join(";");
  }
}

/** A percent sign means something in a percentage only. */
function literalCode(text: string, kind: string): string {
  if (text === "") return "";
  if (kind === "number:percentage-style" && text.includes("%")) return "%";
  return text
    .split('"')
    .map((part) => (part === "" ? "" : `"${part}"`))
    .join('\\"');
}
