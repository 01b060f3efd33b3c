import { type FieldName, isCustomField } from "../../../preload/fields.ts";
import type {
  CustomFieldLabel,
  FieldMapping,
  ListColumn,
  Mapping,
} from "../../../preload/types.ts";
import { readOwnExport } from "./own-export.ts";
import { readOwnTemplate } from "./own-template.ts";
import { proposeAddress } from "./proposal/address.ts";
import { withAreaCode } from "./proposal/area-code.ts";
import { proposeBirthParts } from "./proposal/birth-parts.ts";
import { proposeByValues } from "./proposal/by-values.ts";
import { type Candidate, readColumns } from "./proposal/candidate.ts";
import { cardContext } from "./proposal/codes/card-context.ts";
import { codeContext } from "./proposal/codes/code-context.ts";
import { proposeCutNumbers } from "./proposal/cut-numbers.ts";
import { proposeNames } from "./proposal/names/names.ts";
import { proposeNumbered } from "./proposal/names/numbered-names.ts";
import { proposePhone } from "./proposal/phone.ts";
import { type Proposed, proposeSingle } from "./proposal/single-fields.ts";
import { proposeSlips } from "./proposal/slips.ts";
import { withProvenDates } from "./proven-dates.ts";

const KEYS: readonly FieldName[] = ["card_number", "code"];
const SINGLE: readonly FieldName[] = [
  "email",
  "custom_date",
  "customer_username",
  "customer_password",
  "customer_PIN",
  "auto_add",
];

/**
 * Proposes which column goes to which field, from headers and from `rows` (data rows as read,
 * without the header row, from column A; the first hundred are enough). No column is used twice,
 * but for a full name split into its two fields; no field is proposed twice. What is not sure
 * enough stays unmapped. Of an export of this program, the columns that it added are left alone.
 * The result is in the order of the columns.
 */
export function proposeMapping(
  columns: readonly ListColumn[],
  rows: readonly (readonly string[])[],
  customFields: readonly CustomFieldLabel[],
): Mapping {
  const own = readOwnExport(columns, rows);
  const ownFields = new Map([...readOwnTemplate(columns, rows, customFields), ...own.fields]);
  const open = columns.filter(({ index }) => !own.added.has(index) && !ownFields.has(index));
  // An export's headers were chosen to be read right without the account's labels.
  const read = readColumns(open, rows, own.ofRows ? [] : customFields);
  const cut = proposeCutNumbers(read);
  const inParts = new Set(cut.flatMap((each) => each.columns));
  const candidates = read.flatMap(({ column, facts, entry }): Candidate[] =>
    entry === null || inParts.has(column.index) ? [] : [{ ...entry, column, facts }],
  );
  const named = withGenerated(byFieldNames(ownFields), own.generated, rows);
  const refused = new Set<FieldName>([
    ...(cardContext(read) ? (["card_number"] as const) : []),
    ...(codeContext(read) ? (["code"] as const) : []),
  ]);
  const proposed: Proposed[] = [
    ...named,
    ...KEYS.filter((field) => !refused.has(field)).flatMap((field) =>
      present(proposeSingle(field, candidates)),
    ),
    ...SINGLE.flatMap((field) => present(proposeSingle(field, candidates))),
    ...cut,
    ...present(proposePhone(candidates))
      .filter(({ field }) => isOpen(field, cut))
      .map((phone) => withAreaCode(phone, read)),
    ...(proposeNumbered(read) ?? proposeNames(candidates)),
    ...proposeAddress(candidates).filter(({ field }) => isOpen(field, cut)),
    ...customProposals(candidates),
  ];
  if (proposed.every(({ field }) => field !== "custom_date")) {
    proposed.push(...present(proposeBirthParts(read, rows)));
  }
  const taken = new Set(proposed.map((each) => each.field));
  proposed.push(...proposeByValues(read, taken));
  proposed.push(...proposeSlips(read, proposed, refused));
  const byName = new Set(named.map((each) => each.field));
  const mapping = proposed
    .filter((each) => named.includes(each) || !byName.has(each.field))
    .toSorted((a, b) => (a.columns[0] ?? 0) - (b.columns[0] ?? 0))
    .map(toFieldMapping);
  return withProvenDates(mapping, columns, rows);
}

function isOpen(field: FieldName, proposed: readonly Proposed[]): boolean {
  return proposed.every((each) => each.field !== field);
}

/** Columns that this program has headed with their fields: of an export, of a list to fill in. */
function byFieldNames(fields: ReadonlyMap<number, FieldName>): readonly Proposed[] {
  const columns = new Map<FieldName, number>();
  for (const [index, field] of fields) if (!columns.has(field)) columns.set(field, index);
  return [...columns].map(([field, index]) => ({ field, columns: [index], confidence: "certain" }));
}

/**
 * Ids that the platform has made up go where they belong: alone, or beside a column that is empty
 * wherever they stand. A row that has both tells that they are something else.
 */
function withGenerated(
  named: readonly Proposed[],
  generated: ReadonlyMap<FieldName, number>,
  rows: readonly (readonly string[])[],
): readonly Proposed[] {
  const isFilled = (row: readonly string[], index: number) => (row[index] ?? "").trim() !== "";
  const joined = named.map((each): Proposed => {
    const index = generated.get(each.field);
    if (index === undefined) return each;
    const isBoth = rows.some(
      (row) => isFilled(row, index) && each.columns.some((own) => isFilled(row, own)),
    );
    return isBoth ? each : { ...each, columns: [...each.columns, index] };
  });
  const alone = [...generated].filter(([field]) => named.every((each) => each.field !== field));
  return [
    ...joined,
    ...alone.map(
      ([field, index]): Proposed => ({ field, columns: [index], confidence: "certain" }),
    ),
  ];
}

function present(proposed: Proposed | null): readonly Proposed[] {
  return proposed === null ? [] : [proposed];
}

/** Custom fields by the API's own name or by the account's label; the first column wins. */
function customProposals(candidates: readonly Candidate[]): readonly Proposed[] {
  const fields = new Set(candidates.flatMap(({ meaning }) => (isCustom(meaning) ? [meaning] : [])));
  return [...fields].flatMap((field) => present(proposeSingle(field, candidates)));
}

function isCustom(meaning: Candidate["meaning"]): meaning is FieldName {
  return meaning.startsWith("custom_field_") && isCustomField(meaning as FieldName);
}

function toFieldMapping({ field, columns, confidence, part, joinedBy }: Proposed): FieldMapping {
  const transforms: FieldMapping["transforms"] = [
    ...(part === undefined ? [] : [{ kind: "split", ...part } as const]),
    ...(joinedBy === undefined ? [] : [{ kind: "replace", find: " ", with: joinedBy } as const]),
  ];
  return { field, columns, transforms, confidence };
}
