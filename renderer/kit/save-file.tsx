import type { SavedFile } from "../../preload/types.ts";
import { Said, showToast } from "./messages/toast.tsx";

/** Hands a finished file to the person: the browser downloads it, Electron has saved it already. */
export function saveFile(file: SavedFile): void {
  const { downloadPath, fileName, saved } = file;
  if (downloadPath !== null) {
    const link = document.createElement("a");
    link.href = downloadPath;
    link.download = fileName;
    link.click();
  }
  if (saved || downloadPath !== null) {
    showToast({ message: <Said say={(t) => t("saved", { name: fileName })} /> });
  }
}
