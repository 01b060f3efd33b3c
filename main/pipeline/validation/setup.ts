import { type FieldName, SECRET_FIELDS, STANDARD_FIELDS } from "../../../preload/fields.ts";
import type {
  FieldMapping,
  ImportOptions,
  ListColumn,
  Mapping,
  Notice,
  WizardStep,
} from "../../../preload/types.ts";
import { isLimit } from "../mapping/conditions.ts";
import { proveDateFormat } from "../mapping/dates.ts";
import { needsNoFormat } from "../mapping/proven-dates.ts";
import { notice } from "./messages.ts";
import { adviseColumns } from "./setup-advice.ts";

export type SetupNotices = Readonly<Record<WizardStep, readonly Notice[]>>;

/**
 * What a person should know before the rows are read, by wizard step. Errors block the step
 * (and sending); warnings do not: `blocking` picks the errors.
 */
export function checkSetup(
  mapping: Mapping,
  options: ImportOptions,
  columns: readonly ListColumn[],
): SetupNotices {
  return {
    file: columns.length === 0 ? [notice("no-columns", "error")] : [],
    columns: columnNotices(mapping, columns),
    options: optionNotices(mapping, options, columns),
    review: [],
  };
}

/** Only what keeps a step from being complete. */
export function blocking(notices: SetupNotices): SetupNotices {
  const errors = (step: WizardStep) => notices[step].filter((each) => each.severity === "error");
  return {
    file: errors("file"),
    columns: errors("columns"),
    options: errors("options"),
    review: errors("review"),
  };
}

/**
 * Fields that matching customers lose with duplicates "yes" ("blank out all existing
 * fields/data for that customer"): every known field that is not mapped, the other key among
 * them. `auto_add` is no stored field.
 */
export function emptiedFields(
  mapping: Mapping,
  customFields: readonly FieldName[] = [],
): readonly FieldName[] {
  const mapped = new Set(mapping.map((entry) => entry.field));
  return [...STANDARD_FIELDS, ...customFields].filter(
    (field) => !mapped.has(field) && field !== "auto_add",
  );
}

function columnNotices(mapping: Mapping, columns: readonly ListColumn[]): Notice[] {
  if (mapping.length === 0) return [notice("no-column-mapped", "error")];
  const known = new Set(columns.map((column) => column.index));
  const seen = new Set<FieldName>();
  const notices: Notice[] = [];
  for (const entry of mapping) {
    if (seen.has(entry.field)) notices.push(notice("field-twice", "error", entry.field));
    seen.add(entry.field);
    notices.push(...entryNotices(entry, known, columns));
  }
  if (!hasKey(mapping)) notices.push(notice("no-key-mapped", "warning"));
  return [...notices, ...adviseColumns(mapping, columns)];
}

function entryNotices(
  entry: FieldMapping,
  known: ReadonlySet<number>,
  columns: readonly ListColumn[],
): Notice[] {
  const { field } = entry;
  if (entry.columns.length === 0) {
    if (entry.fixed === undefined || entry.fixed.trim() === "") {
      const isLost = SECRET_FIELDS.has(field) && entry.fixed !== undefined;
      return [notice(isLost ? "secret-not-kept" : "field-without-source", "error", field)];
    }
    return isKey(entry) ? [notice("key-fixed", "error", field)] : [];
  }
  const missing = entry.columns.find((column) => !known.has(column));
  if (missing !== undefined) {
    return [notice("column-missing", "error", field, { column: missing + 1 })];
  }
  const isOpen = entry.transforms.some((each) => each.kind === "default" && each.value === "");
  if (isOpen && SECRET_FIELDS.has(field)) return [notice("secret-change-not-kept", "error", field)];
  const hasDefault = entry.transforms.some((each) => each.kind === "default" && each.value !== "");
  if (isKey(entry) && hasDefault) return [notice("key-default", "error", field)];
  return field === "custom_date" ? dateNotices(entry, columns) : [];
}

/** Judged by the samples; rows further down are judged one by one when the list is read. */
function dateNotices(entry: FieldMapping, columns: readonly ListColumn[]): Notice[] {
  const samples = columns
    .filter(({ index }) => entry.columns.includes(index))
    .flatMap((column) => column.samples);
  if (entry.dateFormat !== undefined) return [];
  const proof = proveDateFormat();
  for (const value of samples) proof.add(value);
  const verdict = proof.verdict();
  switch (verdict.kind) {
    case "none":
      return [];
    case "proven":
      return needsNoFormat(verdict.format)
        ? []
        : [notice("date-format-undecided", "error", entry.field)];
    case "ambiguous":
      return [notice("date-format-undecided", "error", entry.field)];
    case "mixed":
      return [notice("date-format-mixed", "error", entry.field)];
  }
}

function optionNotices(
  mapping: Mapping,
  options: ImportOptions,
  columns: readonly ListColumn[],
): Notice[] {
  const notices: Notice[] = [];
  if (options.connectionId === null) notices.push(notice("no-connection", "error"));
  const [first] = options.campaigns;
  if (first === undefined) notices.push(notice("no-campaign", "error"));
  if (new Set(options.campaigns).size < options.campaigns.length) {
    notices.push(notice("campaign-twice", "error"));
  }
  notices.push(...conditionNotices(options, columns));
  if (mapping.length > 0 && !hasKey(mapping) && options.generateCardNumbers === null) {
    notices.push(notice("no-key-field", "warning"));
  }
  if (first !== undefined && mapping.some((entry) => entry.field === "auto_add")) {
    notices.push(notice("auto-add-first-campaign", "warning", "auto_add", { campaign: first }));
  }
  return notices;
}

/** A condition that decides nothing would send rows that nobody wants to send. */
function conditionNotices(
  { conditions = [] }: ImportOptions,
  columns: readonly ListColumn[],
): Notice[] {
  const headers = new Set(columns.map(({ header }) => header));
  return conditions.flatMap(({ column, kind, value }) => {
    const told = (code: string) => [notice(code, "error", null, { column })];
    if (!headers.has(column)) return told("condition-column-missing");
    if (kind === "is-empty" || kind === "is-not-empty") return [];
    if (value.trim() === "") return told("condition-incomplete");
    const isNumber = kind !== "above" && kind !== "below" ? true : isLimit(value);
    return isNumber ? [] : told("condition-number");
  });
}

function hasKey(mapping: Mapping): boolean {
  return mapping.some(isKey);
}

function isKey(entry: FieldMapping): boolean {
  return entry.field === "code" || entry.field === "card_number";
}
