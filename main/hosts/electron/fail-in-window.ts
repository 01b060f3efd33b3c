import { app, dialog } from "electron";
import { toAppError } from "../../errors.ts";

/** Ends a start that failed. Whoever clicked an icon sees no standard error, so a box says it. */
export function failInWindow(thrown: unknown): void {
  const { message, code, detail } = toAppError(thrown);
  process.stderr.write(`${message}${code === "unexpected" ? ` (${detail})` : ""}\n`);
  // Before Electron is ready Linux has no box.
  if (app.isReady() || process.platform !== "linux") {
    dialog.showErrorBox("Loyalty Importer", message);
  }
  app.exit(code === "start-usage" ? 2 : 1);
}
