import { printable, printableJson } from "../../common/printable.ts";
import { currentFormats, currentLanguage, t } from "../../common/text.ts";
import type { CliContext } from "../command.ts";

export { localTime } from "../../common/local-time.ts";

/** The one JSON document of a command, or its lines for people. */
export async function print(
  context: Pick<CliContext, "io" | "json">,
  document: unknown,
  lines: () => readonly string[],
): Promise<void> {
  if (context.json) await context.io.out(`${printableJson(document, 2)}\n`);
  else
    await context.io.out(
      lines()
        .map((line) => `${printable(line)}\n`)
        .join(""),
    );
}

const formats = new Map<string, Intl.NumberFormat>();

export function count(value: number): string {
  const locale = currentFormats();
  // Made when first needed: it takes longer than reading a short list.
  const format = formats.get(locale) ?? new Intl.NumberFormat(locale);
  formats.set(locale, format);
  return format.format(value);
}

/** "4 minutes": a length of time. */
export function duration(seconds: number): string {
  const unit = seconds < 60 ? "second" : seconds < 3600 ? "minute" : "hour";
  const value = { second: seconds, minute: seconds / 60, hour: seconds / 3600 }[unit];
  return new Intl.NumberFormat(currentLanguage(), {
    ...{ style: "unit", unit, unitDisplay: "long" },
    maximumFractionDigits: unit === "hour" ? 1 : 0,
  }).format(Math.max(1, value));
}

/** Titles of columns, by their keys in cli.json. */
export function titles(...keys: readonly string[]): readonly string[] {
  return keys.map((key) => t(`cli:columns.${key}`));
}

/** A time as programs read it. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}

/** Columns of text, padded; numbers (given as numbers) to the right. */
export function columns(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): readonly string[] {
  const cells = rows.map((row) => row.map((cell) => shown(cell)));
  const widths = header.map((title, n) =>
    Math.max(title.length, ...cells.map((row) => row[n]?.length ?? 0)),
  );
  const line = (row: readonly string[], numbers: readonly boolean[]) =>
    row
      .map((cell, n) =>
        numbers[n] === true ? cell.padStart(widths[n] ?? 0) : cell.padEnd(widths[n] ?? 0),
      )
      .join("  ")
      .trimEnd();
  const numeric = header.map(
    (_, n) => rows.length > 0 && rows.every((row) => typeof row[n] === "number"),
  );
  return [line(header, numeric), ...cells.map((row) => line(row, numeric))];
}

function shown(cell: string | number): string {
  return typeof cell === "number" ? count(cell) : printable(cell);
}
