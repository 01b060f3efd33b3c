import { builtinFormat } from "../cells/builtin-formats.ts";
import { compileFormat, type NumberFormat } from "../cells/number-format.ts";
import { tooLarge } from "../fault.ts";
import { visitElements } from "../xml/elements.ts";
import { asUtf8 } from "../xml/encoding.ts";
import type { Archive } from "../zip/archive.ts";

const MAX_STYLES_BYTES = 256 * 1024 * 1024;
/** Spreadsheet programs have some 65,000 at most. */
const MAX_STYLES = 100_000;

/** The number format of every cell style, by the style's index; null where it changes nothing. */
export async function readStyles(
  archive: Archive,
  part: string | null,
): Promise<readonly (NumberFormat | null)[]> {
  if (part === null) return [];
  const custom = new Map<number, NumberFormat | null>();
  const ids: number[] = [];
  await visitElements(asUtf8(archive.pieces(part, MAX_STYLES_BYTES)), {
    open({ name, parent, attribute }) {
      // Conditional formats have number formats of their own.
      if (name === "numFmt" && parent === "numFmts") {
        custom.set(Number(attribute("numFmtId")), compileFormat(attribute("formatCode") ?? ""));
      } else if (name === "xf" && parent === "cellXfs") {
        ids.push(Number(attribute("numFmtId") ?? 0));
      }
      if (ids.length > MAX_STYLES || custom.size > MAX_STYLES) throw tooLarge("cell styles");
    },
  });
  const builtin = new Map<number, NumberFormat | null>();
  return ids.map((id) => {
    const found = custom.get(id) ?? builtin.get(id);
    if (found !== undefined) return found;
    const format = custom.has(id) ? null : builtinFormat(id);
    builtin.set(id, format);
    return format;
  });
}
