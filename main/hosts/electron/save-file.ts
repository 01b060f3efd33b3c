import { chmod, copyFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { app, BrowserWindow, dialog } from "electron";
import type { SavedFile } from "../../../preload/types.ts";
import { AppError } from "../../errors.ts";

/**
 * Asks where a finished file goes and puts it there, readable by its owner only. The temporary
 * file is gone afterwards, whatever the user chose.
 * @throws AppError file-not-saved
 */
export async function saveByDialog(path: string, fileName: string): Promise<SavedFile> {
  try {
    const target = await askTarget(fileName);
    if (target === null) return { fileName, saved: false, downloadPath: null };
    await copyFile(path, target);
    await chmod(target, 0o600);
    return { fileName: basename(target), saved: true, downloadPath: null };
  } catch (cause) {
    const detail = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    throw new AppError("file-not-saved", { detail, retry: true, cause });
  } finally {
    await rm(path, { force: true });
  }
}

async function askTarget(fileName: string): Promise<string | null> {
  const options = { defaultPath: join(app.getPath("downloads"), fileName) };
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const chosen =
    window === undefined
      ? await dialog.showSaveDialog(options)
      : await dialog.showSaveDialog(window, options);
  return chosen.canceled || chosen.filePath === "" ? null : chosen.filePath;
}
