import { AppError } from "../../common/errors.ts";
import { t } from "../../common/text.ts";
import type { CliIo } from "../terminal/io.ts";
import { refuseTogether } from "./parse.ts";
import { STDIN } from "./stdin.ts";

/** For the commands that read a list. */
export const PASSWORD_OPTIONS = {
  "password-env": { type: "string", value: "VAR" },
  "password-stdin": { type: "boolean" },
} as const;

export interface PasswordWords {
  readonly "password-env"?: string | undefined;
  readonly "password-stdin"?: boolean | undefined;
}

/**
 * The password of an encrypted workbook, for `SourceOptions`: from an environment variable or from
 * one line of standard input, never from an argument, where other programs could read it.
 * @throws AppError usage-password-env | usage-password-empty
 */
export async function readPassword(
  io: CliIo,
  words: PasswordWords,
): Promise<{ readonly password?: string }> {
  const variable = words["password-env"];
  if (variable !== undefined) {
    const password = io.env[variable] ?? "";
    if (password === "") throw new AppError("usage-password-env", { params: { variable } });
    return { password };
  }
  if (words["password-stdin"] !== true) return {};
  const [password = ""] = (await io.readInput(t("cli:prompts.password"))).split(/\r?\n|\r/);
  if (password === "") throw new AppError("usage-password-empty");
  return { password };
}

/** @throws AppError usage-together | usage-stdin-twice */
export function refusePasswordTwice(words: PasswordWords, file: string): void {
  refuseTogether(words, "password-env", "password-stdin");
  if (file === STDIN && words["password-stdin"] === true) throw new AppError("usage-stdin-twice");
}
