import { visitElements } from "../xml/elements.ts";

/** What of an OpenDocument sheet is hidden, which SheetJS does not tell. */
export interface OdsVisibility {
  hidden: boolean;
  /** Hidden or filtered rows with values. */
  hiddenRows: number;
  hiddenColumns: number;
}

/** Columns that repeat further than this are the rest of the sheet, not of the list. */
const MAX_REPEATED = 1_000;

/** By the sheets' order in the file; `pieces` are content.xml, or the whole of a flat file. */
export async function readOdsVisibility(
  pieces: AsyncIterable<Buffer>,
): Promise<readonly OdsVisibility[]> {
  const hiddenStyles = new Set<string>();
  const sheets: OdsVisibility[] = [];
  let style = "";
  let row = { hidden: false, repeated: 1, used: false };
  await visitElements(pieces, {
    open(element, attribute) {
      const sheet = sheets.at(-1);
      switch (element) {
        case "style":
          style = attribute("style:name") ?? "";
          break;
        case "table-properties":
          if (attribute("table:display") === "false") hiddenStyles.add(style);
          break;
        case "table": {
          const hidden = hiddenStyles.has(attribute("table:style-name") ?? "");
          sheets.push({ hidden, hiddenRows: 0, hiddenColumns: 0 });
          break;
        }
        case "table-column": {
          const repeated = Number(attribute("table:number-columns-repeated") ?? 1);
          if (sheet !== undefined && isHidden(attribute) && repeated <= MAX_REPEATED) {
            sheet.hiddenColumns += repeated;
          }
          break;
        }
        case "table-row":
          row = {
            hidden: isHidden(attribute),
            repeated: Number(attribute("table:number-rows-repeated") ?? 1),
            used: false,
          };
          break;
        case "table-cell":
          if (row.hidden && attribute("office:value-type") !== undefined) row.used = true;
          break;
        default:
          break;
      }
    },
    close(element) {
      const sheet = sheets.at(-1);
      if (element === "table-row" && sheet !== undefined && row.used) {
        sheet.hiddenRows += row.repeated;
      }
    },
  });
  return sheets;
}

function isHidden(attribute: (name: string) => string | undefined): boolean {
  const visibility = attribute("table:visibility");
  return visibility === "collapse" || visibility === "filter";
}
