import type { DateFormat } from "../../../preload/types.ts";
import { convertDate } from "./convert.ts";
import { dateShape } from "./shape.ts";

/** What a column's own values say about how its dates are written. */
type DateVerdict =
  /** No value is a date under any format; what each is instead is told on its row. */
  | { readonly kind: "none" }
  /** One format reads every value that any format reads. */
  | { readonly kind: "proven"; readonly format: DateFormat }
  /** Several do: the user must choose. */
  | { readonly kind: "ambiguous"; readonly candidates: readonly DateFormat[] }
  /** None does: values contradict each other. */
  | { readonly kind: "mixed" };

interface DateProof {
  add(value: string): void;
  verdict(): DateVerdict;
}

const FORMATS: readonly DateFormat[] = [
  "YYYY-MM-DD",
  "YYYY/MM/DD",
  "YYYYMMDD",
  "DD/MM/YYYY",
  "MM/DD/YYYY",
  "DD/MM/YY",
  "MM/DD/YY",
];

/** The YY formats read everything their YYYY twins read; the stricter one is enough. */
const STRICTER: Partial<Record<DateFormat, DateFormat>> = {
  "DD/MM/YY": "DD/MM/YYYY",
  "MM/DD/YY": "MM/DD/YYYY",
};

/**
 * Collects a column's values and tells which format they prove: a day above 12 rules an order
 * out. Values that no format reads (words, 31/02/1990) prove nothing; each is an error on its row.
 */
export function proveDateFormat(): DateProof {
  let fitting = FORMATS;
  let readable = 0;
  /** Whether some value needs a format at all, and how those that need none are written. */
  let needsFormat = false;
  let slashed = false;
  let dashed = false;

  return {
    add(value) {
      const shape = dateShape(value);
      if (shape.kind === "blank" || shape.kind === "other") return;
      const fits = FORMATS.filter((format) => convertDate(value, format).kind === "date");
      if (fits.length === 0) return;
      readable += 1;
      if (shape.kind === "year-first") {
        if (shape.dashed) dashed = true;
        else slashed = true;
      } else if (shape.kind !== "named") {
        needsFormat = true;
        fitting = fitting.filter((format) => fits.includes(format));
      }
    },
    verdict() {
      if (readable === 0) return { kind: "none" };
      if (!needsFormat) {
        return { kind: "proven", format: slashed && !dashed ? "YYYY/MM/DD" : "YYYY-MM-DD" };
      }
      const candidates = fitting.filter((format) => {
        const stricter = STRICTER[format];
        return stricter === undefined || !fitting.includes(stricter);
      });
      const [first, second] = candidates;
      if (first === undefined) return { kind: "mixed" };
      return second === undefined
        ? { kind: "proven", format: first }
        : { kind: "ambiguous", candidates };
    },
  };
}
