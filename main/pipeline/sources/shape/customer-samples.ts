import type { FileReading } from "../../../../preload/types.ts";
import { isBlank } from "../data-rows.ts";
import { samplesOf } from "../headers/headers.ts";
import { createRowJudge, NO_CUSTOMERS } from "./row-judge.ts";

/**
 * A first look as it is shown: rows that are left out as no customers give no samples of their
 * columns. The judge itself goes by the samples of all rows.
 */
export function withCustomerSamples(reading: FileReading, keepRows = false): FileReading {
  if (keepRows) return reading;
  const judge = createRowJudge(reading);
  const rows = reading.firstRows
    .map(({ row: number, cells }) => ({ number, cells }))
    .filter((row) => row.number > reading.headerRow && !isBlank(row));
  const customers = rows.filter((row) => !NO_CUSTOMERS.has(judge(row) ?? ""));
  if (customers.length === rows.length) return reading;
  const columns = reading.columns.map((column) => ({
    ...column,
    samples: samplesOf(customers, column.index),
  }));
  return { ...reading, columns };
}
