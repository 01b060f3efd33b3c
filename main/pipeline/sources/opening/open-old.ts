import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { openOds } from "../ods/ods-source.ts";
import { openWithSheetJs, type SheetJsFile } from "../sheetjs/sheetjs-source.ts";
import type { SourceOptions } from "../source.ts";
import type { Markup } from "../text/markup.ts";
import { type Opened, withSheets } from "./opened.ts";

/** Workbooks that few lists are: what they need is loaded for them alone. */
export async function openXls(path: string, options: SourceOptions): Promise<Opened> {
  const { size } = await stat(path);
  const file = { path, format: "xls", encoding: null, unpackedBytes: size } as const;
  return { source: await withSheets(openWithSheetJs(file, options)), content: "xls" };
}

export async function openXlsb(
  path: string,
  unpackedBytes: number,
  options: SourceOptions,
): Promise<Opened> {
  const file = { path, format: "xlsb", encoding: null, unpackedBytes } as const;
  return { source: await withSheets(openWithSheetJs(file, options)), content: "xlsb" };
}

/** A text file with the markup that spreadsheet programs write. */
export async function openMarkup(
  path: string,
  { content, encoding }: Markup,
  size: number,
  options: SourceOptions,
): Promise<Opened> {
  if (content === "ods") {
    const parts = {
      content: () => createReadStream(path),
      styles: null,
      encoding,
      close: () => undefined,
    };
    return { source: await withSheets(openOds(parts, options)), content };
  }
  const file: SheetJsFile = {
    path,
    format: "xls",
    encoding: options.encoding ?? encoding,
    unpackedBytes: size,
  };
  return { source: await withSheets(openWithSheetJs(file, options)), content };
}
