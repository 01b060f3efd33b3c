import { CsvParser, type Dialect } from "./csv-parser.ts";

/**
 * A line that was put in quotes as a whole (`"1,Ann,Lake"`) is a single field that holds the others:
 * its fields, where they are as many as those of the list; else null.
 */
export function unwrapped(
  fields: readonly string[],
  dialect: Dialect,
  width: number,
): string[] | null {
  const [line = ""] = fields;
  if (fields.length !== 1 || width < 2 || !line.includes(dialect.delimiter)) return null;
  if (line.includes("\n")) return null;
  const parser = new CsvParser(dialect);
  const [record] = [...parser.push(line), ...parser.end()];
  return record?.length === width ? record : null;
}
