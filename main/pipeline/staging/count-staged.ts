import type { ReviewCounts } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { readStatus } from "../../records/drafts/chunks.ts";
import { countStatus, ERROR, LEFT_OUT } from "../../records/drafts/status.ts";
import { rowsOfNoCustomers } from "./problem-rows.ts";

/**
 * Counts the rows of a checked list as they stand now. What is left out as no customer, such as a
 * total, is neither a valid row nor an invalid one.
 */
export function countStaged(
  db: Database,
  stagingId: number,
  status: Uint8Array = readStatus(db, stagingId),
): ReviewCounts {
  const counts = countStatus(status);
  if (counts.leftOut === 0) return counts;
  const ofRules = rowsOfNoCustomers(db, stagingId);
  const isNoCustomer = (each: number, index: number) =>
    (each & (LEFT_OUT | ERROR)) === LEFT_OUT && ofRules.has(index);
  const noCustomers = status.reduce(
    (sum, each, index) => sum + Number(isNoCustomer(each, index)),
    0,
  );
  return { ...counts, valid: counts.valid - noCustomers };
}
