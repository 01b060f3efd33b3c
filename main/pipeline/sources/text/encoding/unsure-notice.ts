import { isAscii } from "node:buffer";
import iconv from "iconv-lite";
import { secretWord } from "../../headers/secret-words.ts";
import type { SourceNotice } from "../../source.ts";
import { CsvParser, type Dialect } from "../csv-parser.ts";
import type { EncodingGuess } from "./encoding.ts";
import { linesOf } from "./utf8-lines.ts";

const MAX_SHOWN = 60;
const LOOKED_AT = 4096;
/** Among so many records the headers stand. */
const FIRST_RECORDS = 20;

/** A value that shows what an encoding makes of it: where it stands in a line of the file. */
interface Place {
  readonly line: Buffer;
  readonly column: number;
}

/**
 * Asks for the encoding where the bytes prove none, with what each makes of the same value; of one
 * that stands in no column of passwords or PINs.
 * @param start of the text, by whose headers such columns are known
 */
export function unsureNotice(
  { encoding, unsure }: EncodingGuess,
  start: string,
  dialect: Dialect,
): readonly SourceNotice[] {
  if (unsure === undefined) return [];
  const place = tellingPlace(unsure.sample, encoding, dialect, secretPlaces(start, dialect));
  const choices = [encoding, ...unsure.others].map((name) => {
    const cells = place === null ? [] : cellsOf(place.line, name, dialect);
    const seen = (cells[place?.column ?? 0] ?? "").trim().slice(0, MAX_SHOWN);
    const column = place === null ? {} : { column: place.column };
    return { name, seen, ...column, change: { encoding: name } };
  });
  const names = choices.map(({ name }) => name).join(", ");
  return [{ code: "encoding-unsure", params: { encoding, names }, choices }];
}

/** The longest value with letters beyond ASCII of the first lines that have some. */
function tellingPlace(
  sample: Buffer,
  encoding: string,
  dialect: Dialect,
  secret: ReadonlySet<number>,
): Place | null {
  let found: Place | null = null;
  let longest = 0;
  for (const { bytes: line } of linesOf(sample.subarray(0, LOOKED_AT))) {
    for (const [column, cell] of cellsOf(line, encoding, dialect).entries()) {
      if (cell.length <= longest || secret.has(column) || isAscii(Buffer.from(cell))) continue;
      found = { line, column };
      longest = cell.length;
    }
  }
  return found;
}

/** Columns in whose first records a header of passwords or PINs stands. */
function secretPlaces(start: string, dialect: Dialect): ReadonlySet<number> {
  const lines = start.split(/\r\n|\r|\n/, FIRST_RECORDS).join("\n");
  const records = recordsOf(lines, dialect);
  return new Set(
    records.flatMap((record) => record.flatMap((cell, at) => (secretWord(cell) ? [at] : []))),
  );
}

function cellsOf(line: Buffer, encoding: string, dialect: Dialect): readonly string[] {
  return recordsOf(iconv.decode(line, encoding), dialect)[0] ?? [];
}

function recordsOf(text: string, dialect: Dialect): readonly string[][] {
  const parser = new CsvParser(dialect);
  return [...parser.push(text), ...parser.end()];
}
