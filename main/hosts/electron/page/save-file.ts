import { chmod, copyFile, rm } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { app, BrowserWindow, dialog } from "electron";
import type { SavedFile } from "../../../../preload/types.ts";
import { AppError } from "../../../common/errors.ts";

const KNOWS_NO_RIGHTS: ReadonlySet<string> = new Set([
  "EPERM",
  "EACCES",
  "ENOTSUP",
  "ENOSYS",
  "EINVAL",
]);

/**
 * Asks where a finished file goes and puts it there, readable by its owner only where the
 * folder can say so. The temporary file is gone afterwards, whatever the user chose.
 * @throws AppError file-not-saved
 */
export async function saveByDialog(path: string, fileName: string): Promise<SavedFile> {
  try {
    const target = await askTarget(fileName);
    if (target === null) return { fileName, saved: false, downloadPath: null };
    await copyFile(path, target);
    await chmod(target, 0o600).catch((error: unknown) => {
      // A share or a stick may know no owners; what was to be saved is there.
      if (!KNOWS_NO_RIGHTS.has(codeOf(error))) throw error;
    });
    return { fileName: basename(target), saved: true, downloadPath: null };
  } catch (cause) {
    throw new AppError("file-not-saved", { detail: codeOf(cause), retry: true, cause });
  } finally {
    await rm(path, { force: true });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

async function askTarget(fileName: string): Promise<string | null> {
  const ending = extname(fileName).slice(1);
  const options = {
    defaultPath: join(app.getPath("downloads"), fileName),
    // By it Windows and macOS complete a name that was typed without its ending.
    filters: ending === "" ? [] : [{ name: `*.${ending}`, extensions: [ending] }],
  };
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const chosen =
    window === undefined
      ? await dialog.showSaveDialog(options)
      : await dialog.showSaveDialog(window, options);
  return chosen.canceled || chosen.filePath === "" ? null : chosen.filePath;
}
