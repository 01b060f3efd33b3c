import { stat } from "node:fs/promises";
import { MAX_SHEET_BYTES } from "../../../common/tables/limits.ts";
import { unknownWay } from "../encrypted/encryption.ts";
import { openPackage } from "../encrypted/open-package.ts";
import { damaged, FileFault } from "../fault.ts";
import { openOds } from "../ods/ods-source.ts";
import { type CompoundFile, readCompoundFile } from "../ole/compound-file.ts";
import { openWithSheetJs, type SheetJsFile } from "../sheetjs/sheetjs-source.ts";
import type { SourceOptions } from "../source.ts";
import { findWorkbookPart } from "../xlsx/workbook.ts";
import { openXlsx } from "../xlsx/xlsx-source.ts";
import { type Archive, openArchive } from "../zip/archive.ts";
import { contentKind } from "./content-kind.ts";
import { type Opened, withSheets } from "./opened.ts";

/** Streams of a workbook that has a password. */
const ENCRYPTED = ["EncryptionInfo", "EncryptedPackage"];

/** Opens a file by its first bytes and, in a container, by what it contains. */
export async function openByContent(path: string, options: SourceOptions): Promise<Opened> {
  const kind = await contentKind(path);
  switch (kind.kind) {
    case "zip":
      return await openZip(path, options);
    case "ole":
      return await openOle(path, options);
    case "biff":
      return await openXls(path, options);
    case "text": {
      // The tables of encodings are large, and a workbook is opened without them.
      const { openTextOrMarkup } = await import("./open-text.ts");
      return await openTextOrMarkup(path, options);
    }
    case "other":
      throw new FileFault("file-not-a-list", kind.what);
  }
}

async function openOle(path: string, options: SourceOptions): Promise<Opened> {
  const { names, streams } = await readCompoundFile(path, ENCRYPTED);
  if (ENCRYPTED.some((name) => names.has(name))) return await openEncrypted(path, streams, options);
  if (
    !names.has("Workbook") &&
    !names.has("Book") &&
    !names.has("WORKBOOK") &&
    !names.has("BOOK")
  ) {
    throw new FileFault("file-not-a-list", "an OLE file without a workbook");
  }
  return await openXls(path, options);
}

/** Only .xlsx and .xlsm: what reads the older formats takes files from the disk alone. */
async function openEncrypted(
  path: string,
  streams: CompoundFile["streams"],
  options: SourceOptions,
): Promise<Opened> {
  const info = streams.get("EncryptionInfo");
  const content = streams.get("EncryptedPackage");
  // Rights that a server manages have no password.
  if (info === undefined || content === undefined) throw unknownWay("no password opens it");
  const bytes = await openPackage({ path, info, content }, options.password);
  const archive = await openArchive(path, bytes);
  let keep = false;
  try {
    const workbook = await findWorkbookPart(archive);
    if (workbook === null || workbook.toLowerCase().endsWith(".bin")) {
      throw unknownWay("another workbook than .xlsx");
    }
    const source = await withSheets(openXlsx(archive, workbook, options));
    keep = true;
    return { source: { ...source, encrypted: true }, content: "xlsx" };
  } finally {
    if (!keep) archive.close();
  }
}

async function openXls(path: string, options: SourceOptions): Promise<Opened> {
  const { size } = await stat(path);
  const file = { path, format: "xls", encoding: null, unpackedBytes: size } as const;
  return { source: await withSheets(openWithSheetJs(file, options)), content: "xls" };
}

async function openZip(path: string, options: SourceOptions): Promise<Opened> {
  const archive = await openArchive(path);
  let keep = false;
  try {
    const workbook = await findWorkbookPart(archive);
    if (workbook !== null && !workbook.toLowerCase().endsWith(".bin")) {
      const source = await withSheets(openXlsx(archive, workbook, options));
      keep = true;
      return { source, content: "xlsx" };
    }
    if (workbook === null) {
      await requireOds(archive);
      const part = (name: string) => () => archive.pieces(name, MAX_SHEET_BYTES);
      const parts = {
        content: part("content.xml"),
        styles: archive.has("styles.xml") ? part("styles.xml") : null,
        encoding: null,
        close: () => archive.close(),
      };
      const source = await withSheets(openOds(parts, options));
      keep = true;
      return { source, content: "ods" };
    }
    const file: SheetJsFile = {
      path,
      format: "xlsb",
      encoding: null,
      // The reader proves these sizes when it unpacks.
      unpackedBytes: archive.names.reduce((sum, name) => sum + archive.size(name), 0),
    };
    return { source: await withSheets(openWithSheetJs(file, options)), content: "xlsb" };
  } finally {
    if (!keep) archive.close();
  }
}

/** @throws FileFault where it is no OpenDocument spreadsheet */
async function requireOds(archive: Archive): Promise<void> {
  if (archive.has("content.xml")) {
    const type = archive.has("mimetype") ? (await archive.read("mimetype", 1024)).toString() : "";
    if (type !== "" && !type.includes("spreadsheet")) throw new FileFault("file-not-a-list", type);
    const manifest = archive.has("META-INF/manifest.xml")
      ? (await archive.read("META-INF/manifest.xml", 16 * 1024 * 1024)).toString()
      : "";
    if (manifest.includes("encryption-data")) throw new FileFault("file-encrypted", "OpenDocument");
    return;
  }
  if (archive.names.some((name) => name.endsWith(".iwa") || name === "Index.zip")) {
    throw new FileFault("file-format-unsupported", "Numbers", undefined, { what: "Numbers" });
  }
  if (archive.has("encrypted-package")) throw new FileFault("file-encrypted", "OpenDocument");
  if (archive.has("word/document.xml") || archive.has("ppt/presentation.xml")) {
    throw new FileFault("file-not-a-list", "a document or presentation");
  }
  if (archive.has("[Content_Types].xml")) throw damaged("a workbook part is missing");
  throw new FileFault("file-is-archive", `${archive.names.length} parts`);
}
