import { join } from "node:path";

const WINDOW = "chromium";
const COMMAND_LINE = "chromium-command-line";
/** More command lines at once than these share the first one's. */
const MORE = [2, 3, 4, 5, 6, 7, 8].map((number) => `${COMMAND_LINE}-${number}`);

/**
 * Chromium's folders in a data folder: of the window, and of each command line that runs beside it
 * and beside others. Two programs in one folder would each write its own key of Windows' key store.
 */
export const CHROMIUM_FOLDERS: readonly string[] = [WINDOW, COMMAND_LINE, ...MORE];

export function windowFolder(dataDir: string): string {
  return join(dataDir, WINDOW);
}

/** In the order in which they are taken. */
export function commandLineFolders(dataDir: string): readonly string[] {
  return [COMMAND_LINE, ...MORE].map((name) => join(dataDir, name));
}
