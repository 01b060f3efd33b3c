/** A time as people read it, in the computer's own zone: "2026-03-01 14:32". */
export function localTime(ms: number): string {
  const at = new Date(ms);
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** To the second, to find something by: "2026-03-01 14:32:05". */
export function preciseTime(ms: number): string {
  return `${localTime(ms)}:${String(new Date(ms).getSeconds()).padStart(2, "0")}`;
}
