import type { SourceOptions } from "./source.ts";

type TextOptions = Pick<SourceOptions, "encoding" | "delimiter" | "decodeBack" | "password">;

/** What of a choice says how a file is opened. */
export function sourceOptions({
  encoding,
  delimiter,
  decodeBack,
  password,
}: TextOptions): TextOptions {
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(decodeBack === undefined ? {} : { decodeBack }),
    ...(password === undefined ? {} : { password }),
  };
}
