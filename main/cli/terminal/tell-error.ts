import type { AppError } from "../../common/errors.ts";
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
  const { code, message } = error;
  io.err(code === "unexpected" ? `${message} (${error.detail ?? code})` : message);
  if (!json) return;
  await io.out(`${printableJson({ ...document, error: { code, message } }, 2)}\n`);
}
