const TAG = /<(\/?)(table|thead|tbody|tfoot|tr|td|th)\b/gi;

/** They only say how letters look. */
const INLINE =
  /<\/?(?:a|abbr|b|big|code|del|em|font|i|ins|label|mark|nobr|s|small|span|strong|sub|sup|tt|u)\b/gi;

/** SheetJS takes the blank away that stands before a tag: "Ann <b>Lee</b>" would be AnnLee. */
export function withoutInlineTags(html: string): string {
  return replaceTags(html, INLINE, () => "");
}

/**
 * An HTML table whose rows and cells all have an end. HTML lets a cell end where the next one
 * begins, and old web programs write it so; SheetJS wants the end tags. A table inside a cell is
 * left as it is.
 */
export function withClosedCells(html: string): string {
  let cell = "";
  let row = false;
  let tables = 0;
  let isNested = false;
  const closed = replaceTags(html, TAG, (tag, slash = "", name = "") => {
    const element = name.toLowerCase();
    const isCell = element === "td" || element === "th";
    let before = "";
    if (element === "table") {
      tables += slash === "" ? 1 : -1;
      isNested ||= tables > 1;
    }
    if (isCell && slash !== "") {
      cell = "";
      return tag;
    }
    if (cell !== "") before += `</${cell}>`;
    cell = isCell ? element : "";
    if (!isCell) {
      if (row && !(element === "tr" && slash !== "")) before += "</tr>";
      row = element === "tr" && slash === "";
    }
    return before + tag;
  });
  return isNested ? html : closed;
}

/** Every tag whose beginning `start` finds, replaced; one without an end stays as it is. */
function replaceTags(
  html: string,
  start: RegExp,
  replace: (tag: string, ...groups: (string | undefined)[]) => string,
): string {
  const parts: string[] = [];
  let done = 0;
  for (const found of html.matchAll(start)) {
    if (found.index < done) continue;
    const end = html.indexOf(">", found.index + found[0].length) + 1;
    if (end === 0) break;
    const [, ...groups] = found;
    parts.push(html.slice(done, found.index), replace(html.slice(found.index, end), ...groups));
    done = end;
  }
  parts.push(html.slice(done));
  return parts.join("");
}
