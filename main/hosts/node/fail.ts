import { toAppError } from "../../common/errors.ts";
import { printable } from "../../common/printable.ts";

/** Ends a start that failed: one line of what is wrong and what to do. */
export function fail(error: unknown): never {
  const { message, detail, code } = toAppError(error);
  const more = code === "unexpected" && detail !== undefined ? ` (${detail})` : "";
  process.stderr.write(`${printable(message)}${more}\n`);
  process.exit(code === "start-usage" ? 2 : 1);
}
