import { useTranslation } from "react-i18next";
import { placeOfRow } from "../../../preload/lists/list-row.ts";
import { formatLocale, i18n } from "../../i18n.ts";

export interface Format {
  number(value: number): string;
  /** A row of the list, with its sheet where the list is read from several; see `placeOfRow`. */
  row(row: number, sheet: string): string;
  /** "2 minutes ago" near now, a date otherwise. */
  moment(at: number, now?: number): string;
  date(at: number): string;
  /** Date and time to the minute. */
  exact(at: number): string;
  /** Date and time to the second. */
  precise(at: number): string;
  /** Hours and minutes. */
  clock(at: number): string;
  /** "about 4 minutes": a length of time in seconds. */
  duration(seconds: number): string;
  /** "1.4 MB" */
  bytes(value: number): string;
  list(items: readonly string[]): string;
}

const SIZES = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const made = new Map<string, Format>();

/**
 * Made once: every cell that shows a time or number asks for it. Words are the language's; how
 * dates and numbers are written is the locale's.
 */
export function createFormat(language: string, locale = language): Format {
  const key = `${language} ${locale}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const format = makeFormat(language, locale);
  made.set(key, format);
  return format;
}

/** What is dear to make, made when it is first wanted. */
function once<T>(make: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= make();
    return value;
  };
}

function makeFormat(language: string, locale: string): Format {
  const number = once(() => new Intl.NumberFormat(locale));
  const relative = once(() => new Intl.RelativeTimeFormat(language, { numeric: "auto" }));
  const date = once(() => new Intl.DateTimeFormat(locale, { dateStyle: "medium" }));
  const exact = once(
    () => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }),
  );
  const clock = once(() => new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" }));
  const precise = once(
    () => new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" }),
  );
  const list = once(() => new Intl.ListFormat(language, { type: "conjunction" }));
  const unit = (value: number, name: string) =>
    new Intl.NumberFormat(language, { style: "unit", unit: name, unitDisplay: "long" }).format(
      value,
    );
  return {
    number: (value) => number().format(value),
    row(row, sheet) {
      const place = placeOfRow(row, sheet);
      const shown = number().format(place.row);
      return place.sheet === undefined ? shown : `${shown} (${place.sheet})`;
    },
    moment(at, now = Date.now()) {
      const ago = now - at;
      if (Math.abs(ago) < MINUTE) return i18n.getFixedT(language)("justNow");
      if (Math.abs(ago) < HOUR) return relative().format(-Math.round(ago / MINUTE), "minute");
      if (Math.abs(ago) < DAY) return relative().format(-Math.round(ago / HOUR), "hour");
      if (Math.abs(ago) < 7 * DAY) return relative().format(-Math.round(ago / DAY), "day");
      return date().format(at);
    },
    date: (at) => date().format(at),
    exact: (at) => exact().format(at),
    precise: (at) => precise().format(at),
    clock: (at) => clock().format(at),
    duration(seconds) {
      if (seconds < 60) return unit(Math.max(1, Math.round(seconds)), "second");
      if (seconds < 3600) return unit(Math.round(seconds / 60), "minute");
      return unit(Math.round(seconds / 360) / 10, "hour");
    },
    bytes(value) {
      const step = value < 1 ? 0 : Math.min(SIZES.length - 1, Math.floor(Math.log10(value) / 3));
      return new Intl.NumberFormat(language, {
        style: "unit",
        unit: SIZES[step] ?? "byte",
        maximumFractionDigits: step > 1 ? 1 : 0,
      }).format(value / 1000 ** step);
    },
    list: (items) => list().format(items),
  };
}

/** Dates, numbers and lists as the person writes them. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  return createFormat(i18n.language, formatLocale());
}
