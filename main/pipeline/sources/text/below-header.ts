import { CsvParser, type Dialect } from "./csv-parser.ts";
import { RULER } from "./lined-up.ts";

const SAMPLE_RECORDS = 200;
const NEARLY_ALL = 0.8;
/** Two blanks between values, as where columns are lined up. */
const GAP = /\S {2,}\S/;

function recordsOf(sample: string, dialect: Dialect, goesOn: boolean): readonly string[][] {
  const parser = new CsvParser(dialect);
  const whole = parser.push(sample);
  return (goesOn && whole.length > 0 ? whole : [...whole, ...parser.end()])
    .filter((fields) => fields.some((field) => field.trim() !== ""))
    .slice(0, SAMPLE_RECORDS);
}

/** How many values nearly all records below the first one have; where they differ, as many as that. */
export function widthBelow(sample: string, dialect: Dialect, goesOn: boolean): number {
  const [header = [], ...below] = recordsOf(sample, dialect, goesOn);
  const width = below[0]?.length ?? 0;
  const same = below.filter((fields) => fields.length === width).length;
  return same >= below.length * NEARLY_ALL ? width : header.length;
}

/** Whether a text of a single column has its columns lined up with blanks. */
export function isAligned(sample: string, dialect: Dialect): boolean {
  if (sample.includes(dialect.delimiter)) return false;
  const lines = sample.split(/\r\n|\r|\n/, SAMPLE_RECORDS).filter((line) => line.trim() !== "");
  if (RULER.test(lines[1] ?? "")) return true;
  return (
    lines.length >= 3 && lines.filter((line) => GAP.test(line)).length >= lines.length * NEARLY_ALL
  );
}
