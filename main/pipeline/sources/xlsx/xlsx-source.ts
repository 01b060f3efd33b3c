import type { FileFormat, SheetInfo } from "../../../../preload/types.ts";
import { AppError } from "../../../common/errors.ts";
import { MAX_ROWS, MAX_SHEET_BYTES } from "../../../common/tables/limits.ts";
import { CoveredCells, type MergedRange } from "../cells/covered-cells.ts";
import { FilledCells } from "../cells/filled-cells.ts";
import { MergedDown, spansRows } from "../cells/merged-down.ts";
import { checkCancelled, damaged, tooLarge } from "../fault.ts";
import { fillGaps } from "../fill-gaps.ts";
import { formulaNotices } from "../formula-notices.ts";
import { hiddenNotices } from "../hidden-notices.ts";
import { MergedValues } from "../merged-values.ts";
import type {
  FirstRows,
  ListSource,
  RowsOptions,
  SourceNotice,
  SourceOptions,
  SourceRow,
} from "../source.ts";
import { struckNotices } from "../struck-notices.ts";
import { asUtf8 } from "../xml/encoding.ts";
import type { Archive } from "../zip/archive.ts";
import { readDimension } from "./dimension.ts";
import { readMergedCells } from "./merged-cells.ts";
import { SheetScanner } from "./sheet-scanner.ts";
import { readSharedStrings } from "./strings/shared-strings.ts";
import type { StringStore } from "./strings/string-store.ts";
import { type CellStyles, readStyles } from "./styles.ts";
import { markTotals, readTotalsRows } from "./totals-rows.ts";
import { readWorkbook, type Workbook } from "./workbook.ts";

/** Sizes of more sheets are not looked up before they are asked for. */
const MAX_DIMENSIONS = 40;
/** Merged cells stand behind all rows: the first look at a longer sheet goes without them. */
const QUICK_LOOK_BYTES = 16 * 1024 * 1024;
/** What the first rows take at most; they are held until their texts are known. */
const FIRST_ROWS_BYTES = 64 * 1024 * 1024;

interface Opened {
  readonly archive: Archive;
  readonly workbook: Workbook;
  readonly styles: CellStyles;
  readonly options: SourceOptions;
}

/** Opens an .xlsx or .xlsm workbook, whose sheets are read in pieces. */
export async function openXlsx(
  archive: Archive,
  workbookPart: string,
  options: SourceOptions,
): Promise<ListSource> {
  const workbook = await readWorkbook(archive, workbookPart);
  const opened = { archive, workbook, styles: await readStyles(archive, workbook.styles), options };
  const sheets = await describeSheets(archive, workbook);
  const notices = new Map<string, readonly SourceNotice[]>();
  let strings: Promise<StringStore> | undefined;
  const merged = new Map<string, Promise<readonly MergedRange[]>>();
  const format: FileFormat = workbook.macros ? "xlsm" : "xlsx";

  function sharedStrings(): Promise<StringStore> {
    strings ??= readSharedStrings(archive, workbook.sharedStrings, { signal: options.signal });
    return strings;
  }

  function mergedCells(sheet: string): Promise<readonly MergedRange[]> {
    const known = merged.get(sheet) ?? readMergedCells(sheetPieces(opened, sheet));
    merged.set(sheet, known);
    return known;
  }

  async function* found(
    sheet: string,
    { trustMerged = false, headerRow }: RowsOptions = {},
  ): AsyncGenerator<readonly SourceRow[]> {
    const known = merged.get(sheet) ?? (trustMerged ? null : mergedCells(sheet));
    const totals = await readTotalsRows(archive, sheetPart(opened, sheet));
    const [store, ranges] = await Promise.all([sharedStrings(), known]);
    const filled = ranges === null ? new FilledCells() : undefined;
    const covered = new CoveredCells(ranges ?? []);
    const scanner = scannerOf(opened, (index) => store.get(index), covered, filled);
    const down = new MergedDown(headerRow, ranges ?? []);
    for await (const piece of sheetPieces(opened, sheet)) {
      if (scanner.done && filled === undefined) continue;
      scanner.push(piece);
      const rows = down.fill(markTotals(scanner.take(), totals));
      if (rows.length > 0) yield rows;
    }
    if (!scanner.done) throw damaged("the sheet ends in the middle");
    if (filled?.under(scanner.merged) === true) throw new MergedValues();
    const spanning = scanner.merged.filter((range) => spansRows(range, headerRow ?? MAX_ROWS));
    if (filled?.beside(spanning) === true) throw new MergedValues();
    notices.set(sheet, sheetNotices(scanner));
  }

  return {
    format,
    encoding: null,
    delimiter: null,
    sheets,
    rows: (sheet, how) => fillGaps(found(sheet, how)),
    prepare: sharedStrings,
    async firstRows(sheet, limit, { trustMerged = false } = {}) {
      const isShort = !trustMerged && archive.size(sheetPart(opened, sheet)) <= QUICK_LOOK_BYTES;
      const covered = isShort ? new CoveredCells(await mergedCells(sheet)) : undefined;
      const { rows, ended, notices: known } = await lookAtStart(opened, sheet, limit, covered);
      if (ended) notices.set(sheet, known);
      return { rows, ended };
    },
    notices: (sheet) => notices.get(sheet) ?? [],
    async close() {
      archive.close();
    },
  };
}

function scannerOf(
  { styles, workbook }: Opened,
  string: (index: number) => string,
  covered?: CoveredCells,
  filled?: FilledCells,
): SheetScanner {
  const any = covered?.any === true ? covered : undefined;
  const { date1904, uncalculated } = workbook;
  return new SheetScanner({ string, styles, date1904, uncalculated, covered: any, filled });
}

async function* sheetPieces(opened: Opened, name: string): AsyncGenerator<Buffer> {
  const part = sheetPart(opened, name);
  for await (const piece of asUtf8(opened.archive.pieces(part, MAX_SHEET_BYTES))) {
    checkCancelled(opened.options.signal);
    yield piece;
  }
}

function sheetPart({ workbook }: Opened, name: string): string {
  const sheet = workbook.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new AppError("sheet-missing", { params: { sheet: name } });
  if (sheet.part === null) throw damaged("the sheet's part is missing");
  return sheet.part;
}

/**
 * Scans the start twice: once to learn which shared strings it names, once with them. The strings
 * are read no further than the last one needed.
 */
async function lookAtStart(
  opened: Opened,
  sheet: string,
  limit: number,
  covered: CoveredCells | undefined,
): Promise<FirstRows & { readonly notices: readonly SourceNotice[] }> {
  let highest = -1;
  const scout = scannerOf(opened, (index) => {
    highest = Math.max(highest, index);
    return "?";
  });
  const pieces: Buffer[] = [];
  let seen = 0;
  let bytes = 0;
  for await (const piece of sheetPieces(opened, sheet)) {
    pieces.push(piece);
    scout.push(piece);
    const rows = scout.take();
    seen = rows.at(-1)?.number ?? seen;
    bytes += piece.length;
    if (scout.done || seen >= limit || bytes > FIRST_ROWS_BYTES) break;
  }
  if (!scout.done && seen < limit) {
    if (bytes <= FIRST_ROWS_BYTES) throw damaged("the sheet ends in the middle");
    // Fewer rows than were asked for show what a very wide list is; none show nothing.
    if (seen === 0) throw tooLarge("no row where the sheet begins");
  }
  const { archive, workbook } = opened;
  const store = await readSharedStrings(archive, workbook.sharedStrings, { upTo: highest });
  const scanner = scannerOf(opened, (index) => store.get(index), covered);
  const totals = await readTotalsRows(archive, sheetPart(opened, sheet));
  const rows: SourceRow[] = [];
  async function* again(): AsyncGenerator<readonly SourceRow[]> {
    for (const piece of pieces) {
      scanner.push(piece);
      yield markTotals(scanner.take(), totals);
    }
  }
  for await (const chunk of fillGaps(again())) {
    rows.push(...chunk.slice(0, limit + 1 - rows.length));
    if (rows.length > limit) break;
  }
  const ended = scanner.done && rows.length <= limit;
  const notices = ended ? sheetNotices(scanner) : [];
  return { rows: rows.slice(0, limit), ended, notices };
}

/** What is known of a sheet when all of it was read. */
function sheetNotices(scanner: SheetScanner): SourceNotice[] {
  return [
    ...hiddenNotices(scanner.counted.hiddenRows, scanner.hiddenColumns),
    ...struckNotices(scanner.counted.struck),
    ...formulaNotices(scanner.unresolved),
  ];
}

async function describeSheets(archive: Archive, workbook: Workbook): Promise<SheetInfo[]> {
  const sheets: SheetInfo[] = [];
  for (const [index, { name, hidden, part }] of workbook.sheets.entries()) {
    const size =
      part === null || index >= MAX_DIMENSIONS ? null : await readDimension(archive, part);
    sheets.push({ name, hidden, rows: size?.rows ?? null, columns: size?.columns ?? null });
  }
  return sheets;
}
