import type { FileFormat } from "../../../../preload/types.ts";
import { AppError } from "../../../common/errors.ts";
import { MergedDown } from "../cells/merged-down.ts";
import { checkCancelled, damaged, FileFault } from "../fault.ts";
import { fillGaps } from "../fill-gaps.ts";
import type { ListSource, SourceOptions, SourceRow } from "../source.ts";
import { MAX_UNPACKED_BYTES, memoryFor } from "./memory.ts";
import type { WireRow } from "./messages.ts";
import { startReader } from "./reader-process.ts";
import { forkReader } from "./sheetjs-fork.ts";

export interface SheetJsFile {
  readonly path: string;
  readonly format: FileFormat;
  /** Of an HTML or XML text file; null for workbooks. */
  readonly encoding: string | null;
  /** Bytes of its parts once unpacked: what reading time and the rows' size are measured by. */
  readonly unpackedBytes: number;
}

/** Opens .xls and .xlsb (and HTML or XML saved as .xls) by SheetJS in its own process. */
export async function openWithSheetJs(
  file: SheetJsFile,
  options: SourceOptions,
): Promise<ListSource> {
  if (file.unpackedBytes > MAX_UNPACKED_BYTES) {
    throw new FileFault("file-too-large", `${file.unpackedBytes} bytes`);
  }
  checkCancelled(options.signal);
  const maxMemoryMb = memoryFor(file.unpackedBytes);
  const reader = startReader(options.fork ?? forkReader, {
    maxMemoryMb,
    maxReadMs: readTime(file.unpackedBytes),
    signal: options.signal,
  });
  const first = await reader.ask({
    kind: "open",
    path: file.path,
    format: file.format,
    encoding: file.encoding,
    unpackedBytes: file.unpackedBytes,
    maxMemoryMb,
  });
  if (first.kind !== "opened") {
    reader.end();
    throw damaged("no sheets were told");
  }
  const { sheets } = first;
  let busy = false;

  async function* found(sheet: string, headerRow?: number): AsyncGenerator<readonly SourceRow[]> {
    const told = sheets.find((one) => one.name === sheet);
    if (told === undefined) {
      throw new AppError("sheet-missing", { params: { sheet } });
    }
    if (busy) throw new Error("one sheet of this file is read at a time");
    busy = true;
    const down = new MergedDown(headerRow, told.merged);
    try {
      for (let ask: "rows" | "next" = "rows"; ; ask = "next") {
        const answer = await reader.ask(
          ask === "rows" ? { kind: "rows", sheet } : { kind: "next" },
        );
        checkCancelled(options.signal);
        if (answer.kind !== "rows") throw damaged("no rows were told");
        if (answer.rows.length > 0) yield down.fill(answer.rows.map(sourceRow));
        if (answer.last) return;
      }
    } finally {
      busy = false;
    }
  }

  return {
    format: file.format,
    encoding: file.encoding,
    delimiter: null,
    sheets: sheets.map(({ name, hidden, rows, columns }) => ({ name, hidden, rows, columns })),
    rows: (sheet, how) => fillGaps(found(sheet, how?.headerRow)),
    notices: (sheet) => sheets.find((one) => one.name === sheet)?.notices ?? [],
    async close() {
      reader.end();
    },
  };
}

/** Five seconds and then as long as a slow machine needs for that many bytes. */
function readTime(bytes: number): number {
  return 4_500 + (bytes / (1024 * 1024)) * 1_000;
}

function sourceRow([number, cells, marks]: WireRow): SourceRow {
  return marks === undefined ? { number, cells } : { number, cells, marks: new Map(marks) };
}
