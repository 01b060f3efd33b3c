import { app, dialog } from "electron";
import { toAppError } from "../../../common/errors.ts";
import { hearNoSignals } from "../../node/end-on-signals.ts";

let boxes = true;

/** From here on nobody is there to close a box. */
export function showNoBoxes(): void {
  boxes = false;
}

/** Ends a program that failed. Whoever clicked an icon sees no standard error, so a box says it. */
export async function failInWindow(thrown: unknown): Promise<void> {
  const { message, code, detail } = toAppError(thrown);
  process.stderr.write(`${message}${code === "unexpected" ? ` (${detail})` : ""}\n`);
  // Before Electron is ready Linux has no box.
  await app.whenReady();
  // While the box stands no signal would be heard.
  hearNoSignals();
  if (boxes) dialog.showErrorBox("Loyalty Importer", message);
  app.exit(code === "start-usage" ? 2 : 1);
}
