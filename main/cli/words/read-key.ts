import { AppError } from "../../common/errors.ts";
import { t } from "../../common/text.ts";
import type { CliIo } from "../terminal/io.ts";

const MAX_LENGTH = 1000;

/**
 * An API key from an environment variable or from standard input, line end and outer blanks cut.
 * @throws AppError usage-key-env | usage-key-empty
 */
export async function readKey(io: CliIo, variable: string | undefined): Promise<string> {
  if (variable !== undefined && (io.env[variable] ?? "").trim() === "") {
    throw new AppError("usage-key-env", { params: { variable } });
  }
  const text =
    variable === undefined ? await io.readInput(t("cli:prompts.key")) : (io.env[variable] ?? "");
  const key = text.trim();
  if (key === "" || key.length > MAX_LENGTH || /[\r\n]/.test(key)) {
    throw new AppError("usage-key-empty");
  }
  return key;
}
