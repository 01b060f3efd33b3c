import { type FieldName, isFieldName, STANDARD_FIELDS } from "../../../preload/fields.ts";
import { dateFormats } from "../../../preload/lists/date-formats.ts";
import type {
  CustomFieldLabel,
  DateFormat,
  FileReading,
  ListColumn,
  Mapping,
} from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import { headerInWords } from "../../common/text.ts";
import { proposeMapping } from "../../pipeline/mapping/propose.ts";
import { firstCells } from "../../pipeline/sources/data-rows.ts";
import { parseChoice } from "./parse.ts";

/**
 * The mapping of an import: what `--map "HEADER=FIELD"` says, or else the proposal; with the date
 * formats of `--date-format "FIELD=FORMAT"`.
 * @param begun the mapping where `--map` is not given; the proposal unless said otherwise
 * @throws AppError usage-map-* | usage-date-* | usage-choice
 */
export function chooseMapping(
  reading: FileReading,
  maps: readonly string[],
  dates: readonly string[],
  customFields: readonly CustomFieldLabel[] = [],
  amounts?: string,
  begun: () => Mapping = () => propose(reading, customFields),
): Mapping {
  const mapping = maps.length === 0 ? begun() : maps.map((text) => mapOne(text, reading.columns));
  const fields = new Set<FieldName>();
  for (const { field } of mapping) {
    if (fields.has(field)) throw new AppError("usage-map-twice", { params: { field } });
    fields.add(field);
  }
  const dated = dates.reduce(withDateFormat, mapping);
  if (amounts === undefined) return dated;
  const amountFormat = parseChoice(amounts, "--amount-format", ["comma", "point"] as const);
  return dated.map((entry) => (entry.field === "auto_add" ? { ...entry, amountFormat } : entry));
}

function propose(reading: FileReading, customFields: readonly CustomFieldLabel[]): Mapping {
  return proposeMapping(reading.columns, firstCells(reading), customFields);
}

/** Split at the last "=": a header may hold one, a field's name never does. */
function mapOne(text: string, columns: readonly ListColumn[]): Mapping[number] {
  const at = text.lastIndexOf("=");
  if (at < 1) throw new AppError("usage-map-form", { params: { text } });
  const column = findColumn(text.slice(0, at), columns);
  const field = checkField(text.slice(at + 1).trim());
  return { field, columns: [column.index], transforms: [], confidence: "certain" };
}

/** The header as written, else without regard to case and outer blanks. */
function findColumn(header: string, columns: readonly ListColumn[]): ListColumn {
  const exact = columns.find((column) => column.header === header);
  if (exact !== undefined) return exact;
  const folded = header.trim().toLowerCase();
  const alike = columns.filter((column) =>
    [column.header, headerInWords(column.header)].some(
      (name) => name.trim().toLowerCase() === folded,
    ),
  );
  const [only] = alike;
  if (only !== undefined && alike.length === 1) return only;
  const names = columns.map((column) => headerInWords(column.header)).join(", ");
  throw new AppError(alike.length > 1 ? "usage-map-unclear" : "usage-map-header", {
    params: { header, names },
  });
}

function checkField(text: string): FieldName {
  if (isFieldName(text)) return text;
  const folded = STANDARD_FIELDS.find((field) => field.toLowerCase() === text.toLowerCase());
  if (folded !== undefined) return folded;
  throw new AppError("usage-map-field", {
    params: { field: text, names: `${STANDARD_FIELDS.join(", ")}, custom_field_1, ...` },
  });
}

function withDateFormat(mapping: Mapping, text: string): Mapping {
  const at = text.indexOf("=");
  if (at < 1) throw new AppError("usage-date-form", { params: { text } });
  const field = text.slice(0, at).trim();
  const format = parseDateFormat(text.slice(at + 1).trim());
  if (field !== "custom_date" || !mapping.some((entry) => entry.field === field)) {
    throw new AppError("usage-date-field", { params: { field } });
  }
  return mapping.map((entry) => {
    if (entry.field !== field) return entry;
    const { dateSource: _, ...chosen } = entry;
    return { ...chosen, dateFormat: format };
  });
}

/** Any separator and any number of letters for day and month mean the same to the reading of dates. */
function parseDateFormat(text: string): DateFormat {
  const plain = (format: string) =>
    format
      .toUpperCase()
      .replace(/[-./ ]/g, "/")
      .replace(/\bD\b/, "DD")
      .replace(/\bM\b/, "MM");
  const exact = dateFormats.find((format) => format === text.toUpperCase());
  const alike = dateFormats.find((format) => plain(format) === plain(text));
  return exact ?? alike ?? parseChoice(text, "--date-format", dateFormats);
}
