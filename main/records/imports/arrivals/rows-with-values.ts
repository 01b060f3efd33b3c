import { isAscii } from "node:buffer";
import { giveBack } from "../../../common/give-back.ts";
import type { MappedRow } from "../../../common/rows.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { identityReader } from "../../identity/same-customer.ts";
import type { Vault } from "../../vault/vault.ts";
import { eachRow } from "../batches/packed-rows.ts";
import { asWritten, fieldsIn, readRow } from "../batches/payload.ts";
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
  const known = new Map<number, string | null>();

  function open(batchId: number): string | null {
    const sealed = sealedOf(batchId);
    if (sealed === undefined) return null;
    const json = vault.openPacked(sealed);
    const text = json.toString("latin1");
    giveBack(sealed);
    giveBack(json);
    return text;
  }

  function textOf(batchId: number): string | null {
    const kept = known.get(batchId);
    const text = kept === undefined ? open(batchId) : kept;
    known.delete(batchId);
    known.set(batchId, text);
    const [oldest] = known.keys();
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
    return text;
  }

  return (batchId, sought) => {
    const text = textOf(batchId);
    return text === null ? null : rowsIn(text, sought);
  };
}

/**
 * The same of a batch that is open.
 * @param text the JSON that is kept of it, a letter a byte (latin1)
 */
export function rowsIn(text: string, sought: RegExp | null): BatchRows {
  const places = sought === null ? null : Array.from(text.matchAll(sought), ({ index }) => index);
  const rows: MappedRow[] = [];
  let next = 0;
  const take = (_row: number, from: number, to: number): void => {
    while ((places?.[next] ?? to) < from) next += 1;
    if ((places?.[next] ?? from) >= to) return;
    const [row, values] = readRow(asWritten(text.slice(from, to)));
    rows.push({ row, values });
  };
  eachRow(text, take, places === null ? text.length : (places.at(-1) ?? 0));
  const fields = fieldsIn(text);
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
