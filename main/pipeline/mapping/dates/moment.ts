import type { DateFormat } from "../../../../preload/types.ts";
import { convertDate } from "./convert.ts";

/** A moment without a zone, or in UTC: what programs write for the start of a day elsewhere. */
const TIMESTAMP =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)? ?(Z|UTC|[+-]00(?::?00)?)?$/;
/** The same behind a day of any other form: `04.05.1985 22:00`, `5/4/1985 10:00:00 PM`. */
const TIMED =
  /^([^:]{6,22}?)[T\s,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]0{1,9})?)?(?: ?([ap])\.? ?m\.?)? ?(Z|UTC|GMT|[+-]00(?::?00)?)?$/i;
const HALF_DAY = 12;
const SHORTEST = 12;
const LONGEST = 40;

export interface Moment {
  /** Milliseconds since 1970, read as UTC. */
  readonly instant: number;
  /** Whether the text says that it is UTC. */
  readonly saysUtc: boolean;
}

/**
 * A day and a time to the minute; null for anything else.
 * @param format in which order day and month stand; a day without one is read day first where it can be
 */
export function momentOf(text: string, format?: DateFormat): Moment | null {
  if (text.length < SHORTEST || text.length > LONGEST || !text.includes(":")) return null;
  const found = TIMESTAMP.exec(text);
  if (found === null) return otherMoment(text, format);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const instant = Date.UTC(year, month - 1, day, hour, minute, second);
  return { instant, saysUtc: found[7] !== undefined };
}

function otherMoment(text: string, format: DateFormat | undefined): Moment | null {
  const [, day = "", hours = "", minutes, seconds, half, zone] = TIMED.exec(text) ?? [];
  const iso = day === "" ? null : dayOf(day, format);
  if (iso === null) return null;
  const hour = half === undefined ? Number(hours) : hourOf(Number(hours), half);
  const start = Date.parse(`${iso}T00:00:00Z`);
  const second = (hour * 60 + Number(minutes)) * 60 + Number(seconds ?? 0);
  return { instant: start + second * 1000, saysUtc: zone !== undefined };
}

function hourOf(hour: number, half: string): number {
  return (hour % HALF_DAY) + (half.toLowerCase() === "p" ? HALF_DAY : 0);
}

function dayOf(text: string, format: DateFormat | undefined): string | null {
  const formats = format === undefined ? (["DD/MM/YY", "MM/DD/YY"] as const) : [format];
  for (const each of formats) {
    const reading = convertDate(text, each);
    if (reading.kind === "date") return reading.iso;
  }
  return null;
}
