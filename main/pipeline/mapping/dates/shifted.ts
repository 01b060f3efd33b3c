/**
 * `1985-05-04T22:00:00.000Z`: a midnight that a program wrote in UTC, of which the day is the one
 * before. Noon and odd times are times of day; midnight itself is the day that it says.
 */
const LATE_UTC =
  /^\d{4}-\d{2}-\d{2}[T ](?:1[2-9]|2[0-3]):(?:00|30|45)(?::00(?:[.,]0{1,9})?)?(?:Z|[+-]00(?::?00)?)$/;

export function isShiftedMidnight(text: string): boolean {
  return text.length > 16 && LATE_UTC.test(text);
}
