import { FileFault } from "../fault.ts";
import type { SourceOptions } from "../source.ts";
import { contentKind } from "./content-kind.ts";
import type { Opened } from "./opened.ts";

/**
 * Opens a file by its first bytes and, in a container, by what it contains. Each reader is loaded for
 * the files that need it: they are large, and a list waits for its own.
 */
export async function openByContent(path: string, options: SourceOptions): Promise<Opened> {
  const kind = await contentKind(path);
  switch (kind.kind) {
    case "zip":
      return await (await import("./open-workbook.ts")).openZip(path, options);
    case "ole":
      return await (await import("./open-workbook.ts")).openOle(path, options);
    case "biff":
      return await (await import("./open-old.ts")).openXls(path, options);
    case "text":
      return await (await import("./open-text.ts")).openTextOrMarkup(path, options);
    case "other":
      throw new FileFault("file-not-a-list", kind.what);
  }
}
