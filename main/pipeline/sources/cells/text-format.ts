import { MAX_FORMAT } from "../../../common/tables/limits.ts";
import { splitSections, tokensOf } from "./format-code.ts";

/** What a number format puts around the texts of its cells: `"M-"@` shows A12 as M-A12. */
export interface TextFormat {
  readonly before: string;
  readonly behind: string;
}

/** The section of a format code for texts; null where it shows them as they are. */
export function textFormat(code: string): TextFormat | null {
  if (!code.includes("@") || code.length > MAX_FORMAT) return null;
  const sections = splitSections(code);
  const tokens = tokensOf(sections[3] ?? sections.at(-1) ?? "").tokens;
  const at = tokens.findIndex((token) => token.kind === "number" && token.text === "@");
  const others = tokens.filter((_, index) => index !== at);
  if (at < 0 || others.some(({ kind }) => kind !== "literal")) return null;
  const textOf = (some: typeof tokens) => some.map(({ text }) => text).join("");
  const before = textOf(tokens.slice(0, at));
  const behind = textOf(tokens.slice(at + 1));
  return (before + behind).trim() === "" ? null : { before, behind };
}

/** A cell's text as its format shows it. */
export function shownText(text: string, format: TextFormat | null | undefined): string {
  if (format === null || format === undefined || text === "") return text;
  return (format.before + text + format.behind).trim();
}
