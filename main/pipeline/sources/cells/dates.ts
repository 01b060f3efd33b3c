/**
 * Serial numbers of spreadsheet dates to ISO text by arithmetic alone: no Date object, so no time
 * zone can shift a birthday.
 */
export interface DateParts {
  readonly date: boolean;
  readonly time: boolean;
  /** `[h]:mm` counts hours beyond a day. */
  readonly elapsed: boolean;
}

const DAY_SECONDS = 86_400;
/** Days from 1970-01-01 to the day before serial 1 of the 1900 system (its leap day apart). */
const EPOCH_1900 = -25_569;
/** Days from 1970-01-01 to 1904-01-01. */
const EPOCH_1904 = -24_107;
/** 9999-12-31 in the 1900 system; beyond it a sheet shows "#####". */
const LAST_SERIAL = 2_958_465;
const FIRST_SERIAL = -693_593;

/** ISO text of a date cell's number, or null where the number is no date (out of range). */
export function serialText(serial: number, parts: DateParts, date1904: boolean): string | null {
  if (!(serial > FIRST_SERIAL && serial < LAST_SERIAL + 1)) return null;
  if (parts.elapsed) return serial < 0 ? null : clock(Math.round(serial * DAY_SECONDS));
  let day = Math.floor(serial);
  // Times are held as fractions of a day: what is less than half a second away is the second.
  let seconds = Math.round((serial - day) * DAY_SECONDS);
  if (parts.date && !parts.time) {
    if (serial - day > 1 - 1e-8) day++;
    seconds = 0;
  } else if (seconds === DAY_SECONDS) {
    day++;
    seconds = 0;
  }
  if (!parts.date) return clock(seconds);
  if (day === 0 && !date1904) return parts.time ? clock(seconds) : null;
  const date = serialDate(day, date1904);
  return seconds === 0 ? date : `${date}T${clock(seconds)}`;
}

function serialDate(day: number, date1904: boolean): string {
  if (date1904) return isoDate(day + EPOCH_1904);
  // The 1900 system has a 29 February 1900 that never was: 60 is that day, earlier ones are
  // one day further on.
  if (day === 60) return "1900-02-29";
  return isoDate(day > 0 && day < 60 ? day + EPOCH_1900 + 1 : day + EPOCH_1900);
}

/** `YYYY-MM-DD` of a number of days since 1970-01-01 (proleptic Gregorian calendar). */
export function isoDate(days: number): string {
  // Counted from 0000-03-01, so that the leap day is the last of its year.
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

function clock(seconds: number): string {
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

const ISO =
  /^(\d{4}-\d{2}-\d{2})?T?(?:(\d{2}:\d{2}(?::\d{2})?)([.,]\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;

/** `HH:MM:SS` to the nearest second, as spreadsheet programs show it; never into the next day. */
export function roundedClock(time: string, fraction = ""): string {
  const text = time.length === 5 ? `${time}:00` : time;
  if (!/^[.,][5-9]/.test(fraction) || text >= "23:59:59") return text;
  const [hours = 0, minutes = 0, seconds = 0] = text.split(":").map(Number);
  return clock(hours * 3600 + minutes * 60 + seconds + 1);
}

/** The text of a cell that holds its date as ISO text (t="d"); what is no ISO text stays. */
export function isoCellText(raw: string): string {
  const match = ISO.exec(raw.trim());
  if (match === null) return raw;
  const [, date, time, fraction] = match;
  const clockText = time === undefined ? undefined : roundedClock(time, fraction);
  if (date === undefined) return clockText ?? raw;
  return clockText === undefined || clockText === "00:00:00" ? date : `${date}T${clockText}`;
}
