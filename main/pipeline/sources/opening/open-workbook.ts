import { MAX_SHEET_BYTES } from "../../../common/tables/limits.ts";
import { unknownWay } from "../encrypted/encryption.ts";
import { damaged, FileFault } from "../fault.ts";
import { openOds } from "../ods/ods-source.ts";
import { type CompoundFile, readCompoundFile } from "../ole/compound-file.ts";
import type { SourceOptions } from "../source.ts";
import { findWorkbookPart } from "../xlsx/workbook.ts";
import { openXlsx } from "../xlsx/xlsx-source.ts";
import { type Archive, openArchive } from "../zip/archive.ts";
import { type Opened, withSheets } from "./opened.ts";

/** Streams of a workbook that has a password. */
const ENCRYPTED = ["EncryptionInfo", "EncryptedPackage"];

/** A container of streams: an old workbook, or one that has a password. */
export async function openOle(path: string, options: SourceOptions): Promise<Opened> {
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
  return await (await import("./open-old.ts")).openXls(path, options);
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
  const { openPackage } = await import("../encrypted/open-package.ts");
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

export async function openZip(path: string, options: SourceOptions): Promise<Opened> {
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
    // The reader proves these sizes when it unpacks.
    const unpackedBytes = archive.names.reduce((sum, name) => sum + archive.size(name), 0);
    return await (await import("./open-old.ts")).openXlsb(path, unpackedBytes, options);
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
