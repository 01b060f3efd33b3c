import { isCustomField, KEY_FIELDS } from "../../../../preload/fields.ts";
import type { ListColumn, Mapping } from "../../../../preload/types.ts";
import { countDigits, hasPlainEnds } from "../../../common/letters.ts";
import type { SourceNotice, SourceRow } from "../../sources/source.ts";
import type { DateCorrections } from "../dates/correct-date.ts";
import { type DateShape, dateShape } from "../dates/shape.ts";
import type { Entry } from "../headers/dictionary.ts";
import { createPlaceholderTest } from "../values/placeholders.ts";
import { watchBecameDates } from "./became-dates.ts";
import { watchGroupedNumbers } from "./grouped-numbers.ts";
import { watchHalfConverted } from "./half-converted.ts";
import { watchUtc } from "./in-utc.ts";
import { watchKeyForms } from "./key-forms.ts";
import { watchLettersAlike } from "./letters-alike.ts";
import { watchLostDigits } from "./lost-digits.ts";
import { watchLostZeros, watchPostalZeros } from "./lost-zeros.ts";
import { watchTwinColumns } from "./twin-columns.ts";
import { watchUnlikeHeader } from "./unlike-header.ts";
import type { UnusedMeanings } from "./unused-meanings.ts";
import { watchUnusedName } from "./unused-name.ts";
import type { ColumnWatch } from "./watch.ts";
import { watchFilledIn, watchMissingYears, watchOneYear, watchShortYears } from "./years.ts";

/** Looks at the rows of a list, in order, for what the values of a column show together. */
export interface ListContents {
  add(row: SourceRow): void;
  findings(): readonly SourceNotice[];
}

/** The shape of columns that nobody takes for dates. */
const NO_DATE: DateShape = { kind: "other" };
const isNoDate = createPlaceholderTest("custom_date");

/**
 * @param dates what a person has said of the dates already
 * @param meanings as `unusedMeanings` gives them
 */
export function createListContents(
  columns: readonly ListColumn[],
  mapping: Mapping,
  dates: DateCorrections,
  meanings: UnusedMeanings,
): ListContents {
  const watched = columns.flatMap(({ index, header }) => {
    const known = meanings.get(index) ?? null;
    const watches = watchesOf(index, header, known, mapping, dates);
    const fields = mapping.flatMap((each) => (each.columns.includes(index) ? [each.field] : []));
    const isDates =
      fields.length === 0 || fields.includes("custom_date") || fields.some(isCustomField);
    const looking = [...watches];
    return watches.length === 0
      ? []
      : [{ index, watches, looking, shortest: shortestOf(looking), isDates }];
  });
  const twins = watchTwinColumns(columns, mapping);
  return {
    add(row) {
      const { number, cells, marks } = row;
      twins.add(row);
      for (const column of watched) {
        const { index, looking, isDates } = column;
        const cell = cells[index];
        if (cell === undefined || cell === "" || cell.length < column.shortest) continue;
        const value = hasPlainEnds(cell) ? cell : cell.trim();
        const isDigits = countDigits(value) === value.length;
        if (value === "" || (!isDigits && isNoDate(value))) continue;
        const isDateCell = marks?.get(index) === "date";
        const shape = isDates ? dateShape(value) : NO_DATE;
        const one = { value, isDigits, shape, row: number, cells, isDateCell };
        for (let at = looking.length - 1; at >= 0; at -= 1) {
          if (looking[at]?.add(one) !== false) continue;
          looking.splice(at, 1);
          column.shortest = shortestOf(looking);
        }
      }
    },
    findings: () => [
      ...watched.flatMap(({ watches }) => watches.flatMap((each) => each.findings())),
      ...twins.findings(),
    ],
  };
}

/** Letters from which on a value matters to one of them; more than any has where none is left. */
function shortestOf(watches: readonly ColumnWatch[]): number {
  return Math.min(...watches.map(({ shortest = 0 }) => shortest));
}

function watchesOf(
  index: number,
  header: string,
  known: Entry | null,
  mapping: Mapping,
  { swapDates = false, dateZone }: DateCorrections,
): readonly ColumnWatch[] {
  const entries = mapping.filter(({ columns }) => columns.includes(index));
  if (entries.length === 0) {
    const ofNames = [watchUnlikeHeader(header, known, mapping), watchUnusedName(header)];
    return [
      ...(known?.meaning === "custom_date" ? [watchMissingYears(header, false)] : []),
      ...ofNames.filter((watch) => watch !== null),
    ];
  }
  // Parts of a date are none by themselves.
  const date = entries.find(
    ({ field, columns }) => field === "custom_date" && columns.length === 1,
  );
  if (date !== undefined) {
    const ofBirthdays = [watchOneYear(header), watchFilledIn(header)];
    return [
      watchHalfConverted(header, swapDates),
      watchUtc(header, dateZone, date.dateFormat),
      watchMissingYears(header, true),
      watchShortYears(header),
      ...ofBirthdays.filter((watch) => watch !== null),
    ];
  }
  const isKey = entries.some(
    ({ field, columns: all }) => KEY_FIELDS.has(field) && all.length === 1,
  );
  if (isKey) {
    const ofNumbers = [watchLostZeros(header), watchLostDigits(header)];
    const ofForms = [watchGroupedNumbers(header, true), watchLettersAlike(header)];
    return [watchKeyForms(ofNumbers, ofForms)];
  }
  if (entries.some(({ field }) => field === "postal_code")) {
    const country = mapping.find(({ field }) => field === "country")?.columns[0];
    const ofForms = [watchGroupedNumbers(header, false)];
    return [watchKeyForms([watchPostalZeros(header, country)], ofForms)];
  }
  if (entries.some(({ field }) => field === "phone")) return [watchLostDigits(header)];
  if (!entries.some(({ field }) => isCustomField(field))) return [];
  // A custom field may hold dates as well: an anniversary, a first visit.
  const ofDates = [watchHalfConverted(header, swapDates), watchUtc(header, dateZone)];
  return [...ofDates, watchBecameDates(header), watchLostDigits(header)];
}
