/** The computer's own zone goes before these: one for each rule that lists come from. */
const ZONES: readonly string[] = [
  ...["Europe/London", "Europe/Berlin", "Europe/Athens", "Europe/Istanbul", "Europe/Moscow"],
  // Neighbours with the same time today, and other summer times in the years of birthdays.
  ...["Europe/Dublin", "Europe/Lisbon", "Europe/Paris", "Europe/Madrid", "Europe/Rome"],
  ...["Europe/Brussels", "Europe/Amsterdam", "Europe/Zurich", "Europe/Vienna", "Europe/Prague"],
  ...["Europe/Warsaw", "Europe/Budapest", "Europe/Copenhagen", "Europe/Stockholm"],
  ...["Europe/Helsinki", "Europe/Bucharest", "Europe/Sofia", "Europe/Kyiv", "Europe/Vilnius"],
  ...["Africa/Johannesburg", "Africa/Cairo", "Asia/Jerusalem", "Asia/Riyadh", "Asia/Dubai"],
  ...["Asia/Karachi", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Dhaka", "Asia/Bangkok"],
  ...["Asia/Shanghai", "Asia/Manila", "Asia/Singapore", "Australia/Perth", "Asia/Tokyo"],
  ...["Asia/Seoul", "Australia/Adelaide", "Australia/Brisbane", "Australia/Sydney"],
  ...["Pacific/Auckland"],
  // Programs that know no summer time; noon stands for the whole day.
  ...Array.from({ length: 12 }, (_, hours) => `+${String(hours).padStart(2, "0")}:00`).slice(1),
];

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
