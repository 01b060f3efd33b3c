import type { DateFormat } from "../../../../preload/types.ts";
import { convertDate } from "./convert.ts";
import { type Order, orderInHeader } from "./header-order.ts";
import { type DateShape, dateShape } from "./shape.ts";

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
  "DDMMYYYY",
  "MMDDYYYY",
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

/** What a text that is no day still says of the order it is written in: no month is above 12. */
function orderOf(shape: DateShape): Order | null {
  const parts = twoParts(shape);
  if (parts === null) return null;
  const [first, second] = parts;
  const isMonth = (part: number) => part >= 1 && part <= 12;
  const isLateDay = (part: number) => part > 12 && part <= 31;
  if (isLateDay(first) && isMonth(second)) return "DD";
  return isMonth(first) && isLateDay(second) ? "MM" : null;
}

/** Day and month in whichever order; null where the year stands in front. */
function twoParts(shape: DateShape): readonly [number, number] | null {
  if (shape.kind === "numeric") return [shape.first, shape.second];
  if (shape.kind !== "compact" || !/(?:19|20)\d\d$/.test(shape.digits)) return null;
  const digits = shape.digits.padStart(8, "0");
  return [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))];
}

/**
 * Collects a column's values and tells which format they prove: a day above 12 rules an order
 * out. Values that no format reads are errors on their rows and no proof; but where real dates leave
 * the order open, a day such as 31/02/1990 tells it, and else the header where it names the order.
 */
export function proveDateFormat(header = ""): DateProof {
  let fitting = FORMATS;
  let readable = 0;
  /** Whether some value needs a format at all, and how those that need none are written. */
  let needsFormat = false;
  let slashed = false;
  const orders = new Set<Order>();
  let dashed = false;

  return {
    add(value) {
      const shape = dateShape(value);
      if (shape.kind === "blank" || shape.kind === "other") return;
      const fits = FORMATS.filter((format) => convertDate(value, format).kind === "date");
      if (fits.length === 0) {
        const order = orderOf(shape);
        if (order !== null) orders.add(order);
        return;
      }
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
      const [first, other] = orders;
      const order = other === undefined ? (first ?? orderInHeader(header)) : null;
      const told = order === null ? [] : candidates.filter((format) => format.startsWith(order));
      const [format, second] = told.length > 0 ? told : candidates;
      if (format === undefined) return { kind: "mixed" };
      return second === undefined ? { kind: "proven", format } : { kind: "ambiguous", candidates };
    },
  };
}
