import type { FieldName } from "../../../preload/fields.ts";
import type { ImportOptions, ListColumn, Mapping, Severity } from "../../../preload/types.ts";
import type { MappedRow, RowProblem } from "../../common/rows.ts";
import { createMapper } from "../mapping/apply.ts";
import { damageOf } from "../mapping/damage.ts";
import { isoDay } from "../mapping/dates/calendar.ts";
import { isIsoShape } from "../mapping/plain-text.ts";
import { rulesOf } from "./field-rules.ts";
import { createPhoneJudge, createPhoneWriter } from "./phones.ts";
import type { Passed } from "./quick-look.ts";

/**
 * What a row shows by itself, without the rows before it: for a row corrected in the review too.
 * `amountsOnly`: the first campaign is known to take no names of products in `auto_add`. Values that
 * have `passed` a quick look break no rule of their field.
 */
export type RowRules = (row: MappedRow, passed?: Passed) => readonly RowProblem[];

export function createRowRules(
  mapping: Mapping,
  options: ImportOptions,
  columns: readonly Pick<ListColumn, "index" | "header">[],
  amountsOnly = false,
  phoneCountry: string | null = null,
): RowRules {
  const headers = new Map(columns.map((column) => [column.index, column.header]));
  const fields = mapping.map((entry, at) => ({
    entry,
    at,
    column: headers.get(entry.columns[0] ?? -1) ?? null,
    rules: rulesOf(entry.field),
  }));
  const phoneAt = mapping.findIndex(({ field }) => field === "phone");
  const countryAt = mapping.findIndex(({ field }) => field === "country");
  const judgePhone = phoneCountry === null || phoneAt < 0 ? null : createPhoneJudge(phoneCountry);
  const days = fields.filter(({ entry }) => entry.field === "custom_date");
  const fromList = mapping.flatMap((entry, at) => (entry.columns.length > 0 ? [at] : []));
  // What transforms make of nothing does not make a row of a blank line.
  const ofNothing = createPhoneWriter(
    mapping,
    phoneCountry,
  )(createMapper(mapping, [])({ number: 0, cells: [] }).mapped.values);
  const today = localDay(new Date());
  const keys = mapping.flatMap((entry, at) =>
    entry.field === "code" || entry.field === "card_number" ? [at] : [],
  );
  const persons = fromList.filter((at) => !SAYS_NOT_WHOSE.has(fields[at]?.entry.field ?? ""));

  return ({ row, values }, passed) => {
    if (isEmpty(values)) return [ofRow(row, "row-empty", "error")];
    const problems: RowProblem[] = [];
    let hasTab = false;
    for (const { entry, at, column, rules } of fields) {
      const value = values[at] ?? "";
      if (passed?.[at] === 1 || value === "") continue;
      hasTab ||= value.includes("\t");
      const found = damageOf(entry.field, value);
      if (found !== null) {
        problems.push({ row, column, field: entry.field, severity: "error", ...found });
        continue;
      }
      for (const rule of rules) {
        const finding = rule(value, entry);
        if (finding !== null) {
          const told = amountsOnly && finding.code === "auto-add-name" ? NO_AMOUNT : finding;
          problems.push({ row, column, field: entry.field, params: {}, ...told });
        }
      }
    }
    for (const { at, column } of days) {
      const value = values[at] ?? "";
      // Later years are told as unlikely.
      const isAhead = value > today && value < LAST_DAY;
      if (isAhead && isIsoShape(value) && !mayLieAhead(column)) {
        const ahead = { code: "date-in-future", severity: "warning", params: {} } as const;
        problems.push({ row, column, field: "custom_date", ...ahead });
      }
    }
    const notOf = judgePhone?.(values[phoneAt] ?? "", values[countryAt] ?? "") ?? null;
    if (notOf !== null) {
      const column = fields[phoneAt]?.column ?? null;
      const told = { code: "phone-not-of-country", severity: "warning" } as const;
      problems.push({ row, column, field: "phone", ...told, params: { country: notOf } });
    }
    if (!keys.some((at) => values[at] !== "")) {
      // What a line break cut off, or an address on two rows.
      if (persons.length > 0 && persons.every((at) => (values[at] ?? "") === "")) {
        problems.push(ofRow(row, "row-of-nobody", "error"));
      } else if (options.generateCardNumbers === null) {
        problems.push(ofRow(row, "row-without-key", "warning"));
      }
    }
    const blocked = hasTab ? delimiterProblem(row, values) : null;
    if (blocked !== null) problems.push(blocked);
    return problems;
  };

  function isEmpty(values: readonly string[]): boolean {
    for (const at of fromList) {
      const value = values[at];
      if (value !== "" && value !== undefined && value !== ofNothing[at]) return false;
    }
    return true;
  }

  /** "A row whose values hold all three is a validation error, never silently changed." */
  function delimiterProblem(row: number, values: readonly string[]): RowProblem | null {
    // The tab is the rarest of the three and nearly always the slip: its value is the one to correct.
    const tab = values.findIndex((value) => value.includes("\t"));
    if (tab < 0) return null;
    const holds = (delimiter: string) => values.some((value) => value.includes(delimiter));
    if (!holds("|") || !holds(",")) return null;
    const place = fields[tab];
    return {
      row,
      column: place?.column ?? null,
      field: place?.entry.field ?? null,
      code: "holds-every-delimiter",
      severity: "error",
      params: {},
    };
  }
}

/** A row of these alone is no customer; a custom field may hold a company's name. */
const SAYS_NOT_WHOSE: ReadonlySet<string> = new Set<FieldName>([
  ...(["street1", "street2", "city", "state", "postal_code", "country"] as const),
  ...(["custom_date", "auto_add", "customer_password", "customer_PIN"] as const),
]);

const NO_AMOUNT = { code: "auto-add-no-amount", severity: "error" } as const;

/** Years from 2100 on are no slip of a century. */
const LAST_DAY = "2100";

/** Headers of days that may be still to come: a birthday is none of them. */
const AHEAD =
  /expir|valid|renew|appoint|venc|cadu|renov|pr[oó]xim|ablauf|g[uü]ltig|termin|[eé]ch[eé]ance|valable|prochain|scad|prossim|verva|geldig|volgend|wa[zż]n|wygas|p[rř][ií][sš]t|platnost|giltig|gyldig|utl[oø]p|udl[oø]b|voimassa|seuraav|ge[cç]er|biti[sş]|sonraki|следующ|действ|истека|срок|期限|満了|次回|有效|到期|만료|유효|다음|(?<!\p{L})(?:next|until|due|ends?|event|hasta|cita|bis|ende|fin)(?!\p{L})/iu;

function mayLieAhead(column: string | null): boolean {
  return column === null || AHEAD.test(column);
}

function localDay(now: Date): string {
  return isoDay({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() });
}

function ofRow(row: number, code: string, severity: Severity): RowProblem {
  return { row, column: null, field: null, code, severity, params: {} };
}
