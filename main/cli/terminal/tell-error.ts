import { AppError } from "../../common/errors.ts";
import { printableJson } from "../../common/printable.ts";
import type { CliIo } from "./io.ts";

/**
 * One line on standard error; with --json also a document that holds `{"error": {code, message}}`,
 * beside what the command's own document would say.
 */
export async function tellError(
  error: AppError,
  io: CliIo,
  json: boolean,
  document: object = {},
): Promise<void> {
  const { code } = error;
  const message = inWords(error);
  io.err(code === "unexpected" ? `${message} (${error.detail ?? code})` : message);
  if (!json) return;
  await io.out(`${printableJson({ ...document, error: { code, message } }, 2)}\n`);
}

/** Commands that show what there is. */
const SHOWN_BY: Readonly<Record<string, string>> = {
  import: "history list",
  batch: "queue list",
  connection: "profile list",
};

/** What the window asks for in a dialog, or shows in a list, comes from words here. */
function inWords({ code, message, params }: AppError): string {
  const { what = "", id } = params;
  const command = SHOWN_BY[what];
  if (code === "not-found" && command !== undefined) {
    return id === undefined
      ? new AppError("usage-gone", { params: { what, command } }).message
      : new AppError("usage-not-found", { params: { what, id, command } }).message;
  }
  if (code === "encoding-unknown") return new AppError("usage-encoding").message;
  if (code !== "file-password-needed" && code !== "file-password-wrong") return message;
  return new AppError("usage-file-password", { params: { reason: message } }).message;
}
