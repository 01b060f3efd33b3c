import type { CallInput } from "../../preload/contract.ts";
import type { ImportState } from "../../preload/types.ts";

export const PERIODS = ["week", "month", "quarter", "year"] as const;
export type PeriodName = (typeof PERIODS)[number];

/** How far back each period reaches, today among them. */
const DAYS: Readonly<Record<PeriodName, number>> = { week: 7, month: 30, quarter: 90, year: 365 };

export type Period =
  | { readonly kind: "last"; readonly name: PeriodName }
  /** Milliseconds; `until` is no longer part of it. */
  | { readonly kind: "between"; readonly from: number | null; readonly until: number | null };

export interface HistoryFilter {
  readonly search: string;
  readonly state: ImportState | null;
  readonly connectionId: number | null;
  readonly period: Period | null;
}

export const NO_FILTER: HistoryFilter = {
  search: "",
  state: null,
  connectionId: null,
  period: null,
};

export function isFiltered(filter: HistoryFilter): boolean {
  const { search, state, connectionId, period } = filter;
  return search.trim() !== "" || state !== null || connectionId !== null || period !== null;
}

type Query = Omit<CallInput<"history.list">, "offset" | "limit">;

/** What is asked of the database; the same all day long for the same filter. */
export function toQuery({ search, state, connectionId, period }: HistoryFilter): Query {
  return {
    ...(search.trim() === "" ? {} : { search: search.trim() }),
    ...(state === null ? {} : { state }),
    ...(connectionId === null ? {} : { connectionId }),
    ...bounds(period),
  };
}

function bounds(period: Period | null): Pick<Query, "from" | "until"> {
  if (period === null) return {};
  if (period.kind === "last") return { from: midnight(1 - DAYS[period.name]) };
  return {
    ...(period.from === null ? {} : { from: period.from }),
    ...(period.until === null ? {} : { until: period.until }),
  };
}

/** The local midnight some days from today's. */
function midnight(days: number): number {
  const day = new Date();
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() + days);
  return day.getTime();
}

/** A moment's local day as date inputs write it. */
export function dayOf(at: number): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The local midnight of a date input's day, some days later; null where none is chosen. */
export function dayStart(day: string, later = 0): number | null {
  const date = new Date(`${day}T00:00:00`);
  if (Number.isNaN(date.getTime())) return null;
  date.setDate(date.getDate() + later);
  return date.getTime();
}
