import type { DateFormat } from "../../../../preload/types.ts";
import { convertDate } from "../dates.ts";

const FORMATS: readonly DateFormat[] = ["DD/MM/YY", "MM/DD/YY", "YYYYMMDD"];
/** Fewer values say nothing about a column. */
const ENOUGH = 3;
/** Customers are of many ages; what a shop writes down itself lies closer together. */
const SPAN = 20;
/** Hardly any customer is younger. */
const YOUNGEST = 5;
const TIME = /\d:\d{2}/;

/** Whether dates can only be birthdays: decades apart, and none of late. */
export function isBirthdays(values: readonly string[]): boolean {
  if (values.length < ENOUGH || values.some((value) => TIME.test(value))) return false;
  const years = values.map(yearOf).filter((year) => year !== null);
  if (years.length < values.length * 0.9) return false;
  const newest = Math.max(...years);
  return newest - Math.min(...years) >= SPAN && newest <= new Date().getFullYear() - YOUNGEST;
}

function yearOf(value: string): number | null {
  for (const format of FORMATS) {
    const reading = convertDate(value, format);
    if (reading.kind === "date") return Number(reading.iso.slice(0, 4));
  }
  return null;
}
