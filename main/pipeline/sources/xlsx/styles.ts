import { builtinFormat } from "../cells/builtin-formats.ts";
import { compileFormat, type NumberFormat } from "../cells/number-format.ts";
import { type TextFormat, textFormat } from "../cells/text-format.ts";
import { tooLarge } from "../fault.ts";
import { visitElements } from "../xml/elements.ts";
import { asUtf8 } from "../xml/encoding.ts";
import type { Archive } from "../zip/archive.ts";

const MAX_STYLES_BYTES = 256 * 1024 * 1024;
/** Spreadsheet programs have some 65,000 at most. */
const MAX_STYLES = 100_000;

/** What cell styles say of their cells' values, by the style's index. */
export interface CellStyles {
  /** Number formats; null where one changes nothing. */
  readonly formats: readonly (NumberFormat | null)[];
  /** What is shown around texts, by the styles that show something; null where none does. */
  readonly texts: ReadonlyMap<number, TextFormat> | null;
  /** The styles whose texts are struck through; null where none is. */
  readonly struck: ReadonlySet<number> | null;
}

export async function readStyles(archive: Archive, part: string | null): Promise<CellStyles> {
  if (part === null) return { formats: [], texts: null, struck: null };
  const custom = new Map<number, NumberFormat | null>();
  const ofTexts = new Map<number, TextFormat>();
  const ids: number[] = [];
  const struck = new Set<number>();
  const struckFonts = new Set<number>();
  let fonts = 0;
  let inFonts = false;
  await visitElements(asUtf8(archive.pieces(part, MAX_STYLES_BYTES)), {
    open({ name, parent, attribute }) {
      // Conditional formats have number formats of their own.
      if (name === "numFmt" && parent === "numFmts") {
        const id = Number(attribute("numFmtId"));
        const code = attribute("formatCode") ?? "";
        custom.set(id, compileFormat(code));
        const ofText = textFormat(code);
        if (ofText !== null) ofTexts.set(id, ofText);
      } else if (name === "font") {
        // Conditional formats have fonts of their own as well.
        inFonts = parent === "fonts";
        if (inFonts) fonts += 1;
      } else if (name === "strike" && parent === "font" && inFonts) {
        if (!/^(?:0|false)$/.test(attribute("val") ?? "")) struckFonts.add(fonts - 1);
      } else if (name === "xf" && parent === "cellXfs") {
        if (struckFonts.has(Number(attribute("fontId") ?? 0))) struck.add(ids.length);
        ids.push(Number(attribute("numFmtId") ?? 0));
      }
      if (Math.max(ids.length, custom.size, fonts) > MAX_STYLES) throw tooLarge("cell styles");
    },
  });
  const builtin = new Map<number, NumberFormat | null>();
  const formats = ids.map((id) => {
    const found = custom.get(id) ?? builtin.get(id);
    if (found !== undefined) return found;
    const format = custom.has(id) ? null : builtinFormat(id);
    builtin.set(id, format);
    return format;
  });
  const texts = new Map<number, TextFormat>();
  for (const [style, id] of ids.entries()) {
    const ofText = ofTexts.get(id);
    if (ofText !== undefined) texts.set(style, ofText);
  }
  return {
    formats,
    texts: texts.size === 0 ? null : texts,
    struck: struck.size === 0 ? null : struck,
  };
}
