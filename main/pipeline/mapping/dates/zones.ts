/** A moment without a zone, or in UTC: what programs write for the start of a day elsewhere. */
const TIMESTAMP =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)? ?(Z|UTC|[+-]00(?::?00)?)?$/;

/** The computer's own zone goes before these: one for each rule that lists come from. */
const ZONES: readonly string[] = [
  ...["Europe/London", "Europe/Berlin", "Europe/Athens", "Europe/Istanbul", "Europe/Moscow"],
  ...["Africa/Johannesburg", "Africa/Cairo", "Asia/Jerusalem", "Asia/Riyadh", "Asia/Dubai"],
  ...["Asia/Karachi", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Dhaka", "Asia/Bangkok"],
  ...["Asia/Shanghai", "Asia/Manila", "Asia/Singapore", "Australia/Perth", "Asia/Tokyo"],
  ...["Asia/Seoul", "Australia/Adelaide", "Australia/Brisbane", "Australia/Sydney"],
  ...["Pacific/Auckland"],
  // Programs that know no summer time.
  ...Array.from({ length: 13 }, (_, hours) => `+${String(hours).padStart(2, "0")}:00`).slice(1),
];

export interface Moment {
  /** Milliseconds since 1970, read as UTC. */
  readonly instant: number;
  /** Whether the text says that it is UTC. */
  readonly saysUtc: boolean;
}

/** A day and a time to the minute; null for anything else. */
export function momentOf(text: string): Moment | null {
  if (text.length < 16 || text.length > 40) return null;
  const found = TIMESTAMP.exec(text);
  if (found === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const instant = Date.UTC(year, month - 1, day, hour, minute, second);
  return { instant, saysUtc: found[7] !== undefined };
}

/** The zones that may be meant, the computer's own first. */
export function likelyZones(): readonly string[] {
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [...new Set([own, ...ZONES])];
}

export function isZone(name: string): boolean {
  try {
    return clockOf(name) !== undefined;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The day in a zone, and whether it begins there in this moment. */
export function dayIn(
  zone: string,
  instant: number,
): { readonly iso: string; readonly isMidnight: boolean } {
  // The Swedish form is ISO's: 1985-05-05 00:00:00.
  const [iso = "", time] = clockOf(zone).format(instant).split(" ");
  return { iso, isMidnight: time === "00:00:00" };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat("sv-SE", {
    ...{ timeZone, year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
  });
  clocks.set(timeZone, clock);
  return clock;
}
