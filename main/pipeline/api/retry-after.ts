/** Statuses that ask for patience: nothing was imported. */
export const PATIENCE: ReadonlySet<number> = new Set([425, 429, 503]);

/**
 * Milliseconds that a Retry-After header asks for: seconds, however many, or an HTTP date
 * (RFC 9110, 10.2.3).
 * A date is measured against the reply's own Date, so that a wrong clock here does no harm.
 * @returns null where there is none or it makes no sense
 */
export function retryAfterMs(
  headers: Readonly<Record<string, string>>,
  now: number,
): number | null {
  const value = headers["retry-after"]?.trim() ?? "";
  if (/^\d+(?:\.\d+)?$/.test(value)) return Number(value) * 1000;
  // `Date.parse` takes "-5" for a day in 2001.
  if (/^[-+]?\d/.test(value)) return null;
  const at = value === "" ? Number.NaN : Date.parse(value);
  if (Number.isNaN(at)) return null;
  const serverNow = Date.parse(headers.date ?? "");
  return Math.max(0, at - (Number.isNaN(serverNow) ? now : serverNow));
}
