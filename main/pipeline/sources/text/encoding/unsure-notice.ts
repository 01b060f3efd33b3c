import iconv from "iconv-lite";
import type { SourceNotice } from "../../source.ts";
import type { EncodingGuess } from "./encoding.ts";
import { cellsOf, linesOf } from "./utf8-lines.ts";

const MAX_SHOWN = 60;

/** Asks for the encoding where the bytes prove none, with what each makes of the same value. */
export function unsureNotice({ encoding, unsure }: EncodingGuess): readonly SourceNotice[] {
  if (unsure === undefined) return [];
  const bytes = tellingCell(unsure.sample);
  const choices = [encoding, ...unsure.others].map((name) => {
    const seen = iconv.decode(bytes, name).trim().slice(0, MAX_SHOWN);
    return { name, seen, change: { encoding: name } };
  });
  const names = choices.map(({ name }) => name).join(", ");
  return [{ code: "encoding-unsure", params: { encoding, names }, choices }];
}

/** The longest of the first cells with letters beyond ASCII. */
function tellingCell(sample: Buffer): Buffer {
  let found: Buffer = Buffer.alloc(0);
  for (const { bytes: line } of linesOf(sample.subarray(0, 1024))) {
    for (const cell of cellsOf(line)) {
      if (cell.some((byte) => byte >= 0x80) && cell.length > found.length) found = cell;
    }
  }
  return found.at(-1) !== undefined && (found.at(-1) as number) < 0x30
    ? found.subarray(0, -1)
    : found;
}
