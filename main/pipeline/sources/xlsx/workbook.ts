import { MAX_SHEETS } from "../../../common/tables/limits.ts";
import { damaged, tooLarge } from "../fault.ts";
import { visitElements } from "../xml/elements.ts";
import { asUtf8 } from "../xml/encoding.ts";
import type { Archive } from "../zip/archive.ts";
import { linkOf, RELATIONSHIPS, type Relationship, readRelationships } from "./package-parts.ts";

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** The sheet's part, or null where the workbook names one that is not there. */
  readonly part: string | null;
}

export interface Workbook {
  readonly date1904: boolean;
  /** Written by a library that calculates nothing and puts 0 for each result. */
  readonly uncalculated: boolean;
  readonly macros: boolean;
  readonly sheets: readonly WorkbookSheet[];
  readonly sharedStrings: string | null;
  readonly styles: string | null;
}

const MAX_WORKBOOK_BYTES = 32 * 1024 * 1024;
/** What XlsxWriter writes, together with the wish that all is calculated when the list is opened. */
const LIBRARY_CALC_ID = "124519";
/** Chart, dialog and macro sheets hold no cells. */
const SHEET_TYPES = new Set(["worksheet"]);

/** The workbook part's name, or null where the archive is no .xlsx workbook. */
export async function findWorkbookPart(archive: Archive): Promise<string | null> {
  const links = await readRelationships(archive, "");
  const linked = linkOf(links, "officeDocument")?.target;
  if (linked !== undefined && archive.has(linked)) return linked;
  return archive.has("xl/workbook.xml") ? "xl/workbook.xml" : null;
}

export async function readWorkbook(archive: Archive, part: string): Promise<Workbook> {
  const links = await readRelationships(archive, part);
  const listed: { name: string; hidden: boolean; id: string }[] = [];
  let date1904 = false;
  let uncalculated = false;
  await visitElements(asUtf8(archive.pieces(part, MAX_WORKBOOK_BYTES)), {
    open(element) {
      if (element.name === "workbookPr" && element.parent === "workbook") {
        date1904 = isTrue(element.attribute("date1904"));
      } else if (element.name === "calcPr") {
        const isLibrary = element.attribute("calcId") === LIBRARY_CALC_ID;
        uncalculated = isLibrary && isTrue(element.attribute("fullCalcOnLoad"));
      } else if (element.name === "sheet" && element.parent === "sheets") {
        if (listed.length >= MAX_SHEETS) throw tooLarge("sheets");
        listed.push({
          name: element.attribute("name") ?? "",
          hidden: (element.attribute("state") ?? "visible") !== "visible",
          id: element.attributeOf(RELATIONSHIPS, "id") ?? element.attribute("id") ?? "",
        });
      }
    },
  });
  return {
    date1904,
    uncalculated,
    macros: archive.has("xl/vbaProject.bin") || links.some((link) => link.type === "vbaProject"),
    sheets: locateSheets(archive, listed, links),
    sharedStrings: partOf(archive, links, "sharedStrings", "xl/sharedStrings.xml"),
    styles: partOf(archive, links, "styles", "xl/styles.xml"),
  };
}

function locateSheets(
  archive: Archive,
  listed: readonly { name: string; hidden: boolean; id: string }[],
  links: readonly Relationship[],
): WorkbookSheet[] {
  const sheets: WorkbookSheet[] = [];
  const byId = new Map(links.toReversed().map((link) => [link.id, link]));
  for (const [index, { name, hidden, id }] of listed.entries()) {
    const link = byId.get(id);
    if (link !== undefined && !SHEET_TYPES.has(link.type)) continue;
    const part = link?.target ?? `xl/worksheets/sheet${index + 1}.xml`;
    sheets.push({ name, hidden, part: archive.has(part) ? part : null });
  }
  if (sheets.length > 0 && sheets.every((sheet) => sheet.part === null)) {
    throw damaged("the workbook's sheets are missing");
  }
  return sheets;
}

function partOf(
  archive: Archive,
  links: readonly Relationship[],
  type: string,
  usual: string,
): string | null {
  const part = linkOf(links, type)?.target ?? usual;
  return archive.has(part) ? part : null;
}

export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}
