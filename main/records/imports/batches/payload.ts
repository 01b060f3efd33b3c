import type { FieldName } from "../../../../preload/fields.ts";
import type { MappedRow } from "../../../common/rows.ts";
import type { Vault } from "../../vault/vault.ts";
import { eachRow } from "./packed-rows.ts";

/** What `batch_rows.sealed_rows` holds: the rows of a batch. */
export interface BatchPayload {
  readonly fields: readonly FieldName[];
  readonly rows: readonly MappedRow[];
}

/** A row as stored: its number in the spreadsheet, its values. */
export type StoredRow = readonly [row: number, values: readonly string[]];

export interface StoredPayload {
  readonly fields: readonly FieldName[];
  readonly rows: readonly StoredRow[];
}

/** Rows used to be kept with a hash of theirs. */
interface Kept {
  readonly fields: readonly FieldName[];
  readonly rows: readonly (
    | StoredRow
    | readonly [row: number, hash: string, values: readonly string[]]
  )[];
}

/** Between the columns of stored JSON and its rows. */
const BEFORE_ROWS = ',"rows":[';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function sealPayload(vault: Vault, payload: BatchPayload): Buffer {
  const rows = payload.rows.map(({ row, values }) => [row, values] as const);
  return sealStored(vault, { fields: payload.fields, rows });
}

export function sealStored(vault: Vault, stored: StoredPayload): Buffer {
  return vault.sealPacked(storedJson(stored));
}

/** What is sealed of a payload: JSON in UTF-8. */
export function storedJson(stored: StoredPayload): Uint8Array<ArrayBuffer> {
  return encoder.encode(JSON.stringify(stored));
}

/** The payload of such JSON. */
export function readStored(json: Uint8Array): StoredPayload {
  return JSON.parse(decoder.decode(json));
}

/** @throws AppError "sealed-data-unreadable" */
export function openPayload(vault: Vault, sealed: Uint8Array): BatchPayload {
  return readPacked(vault.openPacked(sealed));
}

/** The same of the text that was sealed. */
export function readPacked(json: Uint8Array): BatchPayload {
  const { fields, rows } = withoutHashes(JSON.parse(decoder.decode(json)));
  return { fields, rows: rows.map(([row, values]) => ({ row, values })) };
}

/** @throws AppError "sealed-data-unreadable" */
export function openStored(vault: Vault, sealed: Uint8Array): StoredPayload {
  return withoutHashes(vault.openJson<Kept>(sealed));
}

/** A row that stands in the text of a payload. */
export function readRow(json: string): StoredRow {
  return withoutHash(JSON.parse(json));
}

/** The columns of such JSON, without reading any row. */
export function readFields(json: Buffer): StoredPayload["fields"] {
  return fieldsOf(json.toString("utf8", 0, json.indexOf(BEFORE_ROWS)));
}

/** The same of its text with a letter a byte (latin1). */
export function fieldsIn(text: string): StoredPayload["fields"] {
  return fieldsOf(asWritten(text.slice(0, text.indexOf(BEFORE_ROWS))));
}

function fieldsOf(head: string): StoredPayload["fields"] {
  return (JSON.parse(`${head}}`) as Pick<StoredPayload, "fields">).fields;
}

/** What stands in bytes, of their text with a letter a byte (latin1). */
export function asWritten(text: string): string {
  return Buffer.from(text, "latin1").toString("utf8");
}

/** Only the rows at these places, from 0. @throws AppError "sealed-data-unreadable" */
export function openRows(
  vault: Vault,
  sealed: Uint8Array,
  wanted: ReadonlySet<number>,
): ReadonlyMap<number, StoredRow> {
  const json = vault.openPacked(sealed);
  const rows = new Map<number, StoredRow>();
  eachRow(json.toString("latin1"), (at, from, to) => {
    if (!wanted.has(at)) return;
    rows.set(at, readRow(json.toString("utf8", from, to)));
  });
  return rows;
}

function withoutHashes({ fields, rows }: Kept): StoredPayload {
  return { fields, rows: rows.map(withoutHash) };
}

function withoutHash(row: Kept["rows"][number]): StoredRow {
  return row.length === 3 ? [row[0], row[2]] : row;
}
