import { isAscii } from "node:buffer";
import { giveBack } from "../../../common/give-back.ts";
import type { MappedRow } from "../../../common/rows.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { identityReader } from "../../identity/same-customer.ts";
import type { Vault } from "../../vault/vault.ts";
import { eachRow } from "../batches/packed-rows.ts";
import { readFields, readRow } from "../batches/payload.ts";
import { createSealedRowsReader } from "../batches/sealed-parts.ts";
import type { OpenBatch } from "./payload-cache.ts";

/** Some rows of a batch. */
export type BatchRows = Pick<OpenBatch, "fields" | "rows" | "identities">;

/**
 * The rows of a batch in which one of some values may stand, and others perhaps: whoever asks looks
 * at the cells. Null for purged rows.
 * @param sought as `valuePattern` gives it
 */
export type RowsWithValues = (batchId: number, sought: RegExp | null) => BatchRows | null;

/** Batches whose text stays in memory: the newest are looked into first and then shown. */
const KEPT = 12;

/**
 * Reads only those rows: where one customer is looked for, all others of a batch would be read for
 * nothing, which takes five times as long as to open it.
 */
export function createRowsWithValues(db: Database, vault: Vault): RowsWithValues {
  const sealedOf = createSealedRowsReader(db);
  const known = new Map<number, Buffer | null>();

  function jsonOf(batchId: number): Buffer | null {
    let json = known.get(batchId);
    if (json === undefined) {
      const sealed = sealedOf(batchId);
      json = sealed === undefined ? null : vault.openPacked(sealed);
      if (sealed !== undefined) giveBack(sealed);
    }
    known.delete(batchId);
    known.set(batchId, json);
    const [oldest] = known;
    if (known.size > KEPT && oldest !== undefined) {
      known.delete(oldest[0]);
      if (oldest[1] !== null) giveBack(oldest[1]);
    }
    return json;
  }

  return (batchId, sought) => {
    const json = jsonOf(batchId);
    return json === null ? null : rowsIn(json, sought);
  };
}

/** The same of a batch that is open: of the JSON that is kept of it. */
export function rowsIn(json: Buffer, sought: RegExp | null): BatchRows {
  // A letter a byte.
  const text = json.toString("latin1");
  const places = sought === null ? null : Array.from(text.matchAll(sought), ({ index }) => index);
  const rows: MappedRow[] = [];
  let next = 0;
  const take = (_row: number, from: number, to: number): void => {
    while ((places?.[next] ?? to) < from) next += 1;
    if ((places?.[next] ?? from) >= to) return;
    const [row, values] = readRow(json.toString("utf8", from, to));
    rows.push({ row, values });
  };
  eachRow(text, take, places === null ? text.length : (places.at(-1) ?? 0));
  const fields = readFields(json);
  const identify = identityReader(fields);
  return { fields, rows, identities: rows.map(({ values }) => identify(values)) };
}

/**
 * Finds where values may stand in such JSON, read as a letter a byte; it misses no place.
 * @param anyCase one whose letters may be upper or lower case, as `normalKey` gives it
 * @returns null for letters other than ASCII's: all rows are looked at then
 */
export function valuePattern(anyCase: string, exact: readonly string[] = []): RegExp | null {
  if (anyCase === "" || !isAscii(Buffer.from(anyCase))) return null;
  const own = asKept(anyCase).replaceAll("k", KELVIN);
  const others = [...new Set(exact)].filter((each) => each !== "").map(asKept);
  return new RegExp([own, ...others].join("|"), "gi");
}

/** The one letter beyond ASCII whose lower case is one of ASCII's, and "k". */
const KELVIN = `(?:k|${Buffer.from("\u212a").toString("latin1")})`;

function asKept(value: string): string {
  const json = Buffer.from(JSON.stringify(value).slice(1, -1)).toString("latin1");
  return json.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
