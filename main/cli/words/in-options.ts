import type { SourceNotice } from "../../pipeline/sources/source.ts";

/** The window's remedy for a list without headers is a click, the command line's is an option. */
export function inOptions(notice: SourceNotice): SourceNotice {
  return notice.code === "headers-are-values"
    ? { ...notice, code: "headers-are-values-option" }
    : notice;
}
