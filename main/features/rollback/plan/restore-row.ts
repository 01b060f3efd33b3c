import { type FieldName, STANDARD_FIELDS } from "../../../../preload/fields.ts";
import type { CustomerVerdict } from "./walk.ts";

/** A row that puts a customer's earlier values back: its keys and the fields to restore. */
export interface RestoreRow {
  /** The key first, then the fields in the documentation's order. */
  readonly fields: readonly FieldName[];
  readonly values: readonly string[];
}

/** Null where nothing is to be put back. */
export function restoreRow({ identity, verdict }: CustomerVerdict): RestoreRow | null {
  const back = [...verdict.fields].flatMap(([field, each]) =>
    each.kind === "restore" ? [[field, each.value] as const] : [],
  );
  if (back.length === 0) return null;
  const key: readonly (readonly [FieldName, string])[] =
    identity.code === "" ? [["card_number", identity.card]] : [["code", identity.code]];
  const isKey = (field: FieldName) => key.some(([name]) => name === field);
  const rest = back.filter(([field]) => !isKey(field)).sort((a, b) => rank(a[0]) - rank(b[0]));
  if (rest.length === 0) return null;
  const all = [...key, ...rest];
  return { fields: all.map(([field]) => field), values: all.map(([, value]) => value) };
}

const ORDER: ReadonlyMap<string, number> = new Map(
  STANDARD_FIELDS.map((field, place) => [field, place]),
);

function rank(field: FieldName): number {
  return ORDER.get(field) ?? STANDARD_FIELDS.length + Number(field.replace(/\D/g, ""));
}

/** Names a customer by a restore's key, which stands first. */
export function restoreKey(fields: readonly string[], values: readonly string[]): string {
  return `${fields[0] ?? ""} ${values[0] ?? ""}`;
}
