import { AppError } from "../../../common/errors.ts";
import { MergedDown } from "../cells/merged-down.ts";
import { checkCancelled, damaged } from "../fault.ts";
import { fillGaps } from "../fill-gaps.ts";
import { formulaNotices } from "../formula-notices.ts";
import { hiddenNotices } from "../hidden-notices.ts";
import type { ListSource, SourceOptions, SourceRow } from "../source.ts";
import { struckNotices } from "../struck-notices.ts";
import { asUtf8 } from "../xml/encoding.ts";
import { NumberStyles } from "./number-styles.ts";
import { readOutline } from "./outline.ts";
import { OdsRowScanner } from "./row-scanner.ts";

/** Where the parts of an OpenDocument spreadsheet come from: an archive, or one flat file. */
export interface OdsParts {
  content(): AsyncIterable<Buffer>;
  /** Styles of the whole document; null in a flat file, whose content holds them. */
  readonly styles: (() => AsyncIterable<Buffer>) | null;
  /** Of a flat file, which is text. */
  readonly encoding: string | null;
  close(): void;
}

/** Opens an OpenDocument spreadsheet, whose sheets are read in pieces. */
export async function openOds(parts: OdsParts, options: SourceOptions): Promise<ListSource> {
  const styles = new NumberStyles();
  if (parts.styles !== null) await readOutline(pieces(parts.styles, options), styles);
  const outline = await readOutline(pieces(parts.content, options), styles);

  const read = new Map<string, OdsRowScanner>();

  async function* found(name: string, headerRow?: number): AsyncGenerator<readonly SourceRow[]> {
    const place = outline.sheets.findIndex((sheet) => sheet.name === name);
    if (place < 0) throw new AppError("sheet-missing", { params: { sheet: name } });
    const scanner = new OdsRowScanner(outline, place);
    const down = new MergedDown(headerRow);
    for await (const piece of pieces(parts.content, options)) {
      scanner.push(piece);
      for (const range of scanner.takeMerged()) down.add(range);
      const rows = down.fill(scanner.take());
      if (rows.length > 0) yield rows;
      if (!scanner.done) continue;
      read.set(name, scanner);
      return;
    }
    throw damaged("the sheet ends in the middle");
  }

  return {
    format: "ods",
    encoding: parts.encoding,
    delimiter: null,
    sheets: outline.sheets.map(({ name, hidden, rows, columns }) => ({
      name,
      hidden,
      rows,
      columns,
    })),
    rows: (sheet, how) => fillGaps(found(sheet, how?.headerRow)),
    notices(name) {
      const sheet = outline.sheets.find((one) => one.name === name);
      if (sheet === undefined) return [];
      return [
        ...hiddenNotices(sheet.hiddenRows, sheet.hiddenColumns),
        ...struckNotices(read.get(name)?.struck ?? { count: 0, row: 0 }),
        ...formulaNotices(read.get(name)?.unresolved ?? 0),
      ];
    },
    async close() {
      parts.close();
    },
  };
}

async function* pieces(
  part: () => AsyncIterable<Buffer>,
  options: SourceOptions,
): AsyncGenerator<Buffer> {
  for await (const piece of asUtf8(part())) {
    checkCancelled(options.signal);
    yield piece;
  }
}
