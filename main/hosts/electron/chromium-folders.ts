/** Chromium's folders in a data folder: of the window, and of the command line, which may run beside it. */
export const CHROMIUM_FOLDERS = ["chromium", "chromium-command-line"] as const;
