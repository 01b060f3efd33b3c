import { extname } from "node:path";
import type { SourceNotice } from "../source.ts";

/** What a file turned out to hold. */
export type Content = "xlsx" | "xlsb" | "xls" | "ods" | "text" | "HTML" | "XML";

/** What each ending promises; other endings promise nothing. */
const PROMISES: Readonly<Record<string, readonly Content[]>> = {
  ".xlsx": ["xlsx"],
  ".xlsm": ["xlsx"],
  ".xltx": ["xlsx"],
  ".xltm": ["xlsx"],
  ".xlsb": ["xlsb"],
  ".xls": ["xls"],
  ".xlt": ["xls"],
  ".ods": ["ods"],
  ".fods": ["ods"],
  ".csv": ["text"],
  ".tsv": ["text"],
  ".tab": ["text"],
  ".txt": ["text"],
  ".html": ["HTML"],
  ".htm": ["HTML"],
  ".xml": ["XML"],
};

/** A notice where a file's ending promises something else than it holds; it is read all the same. */
export function mislabelNotice(path: string, content: Content): readonly SourceNotice[] {
  const ending = extname(path).toLowerCase();
  const promised = PROMISES[ending];
  if (promised === undefined || promised.includes(content)) return [];
  return [{ code: "content-differs", params: { ending, content } }];
}
