import type { FieldName } from "../../preload/fields.ts";
import type { UndoLeftKind } from "../../preload/types.ts";
import type { CustomerVerdict } from "./walk.ts";

/** Something of one customer that cannot be undone from here. */
export interface LeftOfCustomer {
  readonly kind: UndoLeftKind;
  /** The fields it is about; none where it is about the whole customer. */
  readonly fields: readonly FieldName[];
}

/** Everything of a customer that stays as the import made it. */
export function leftOf({ row, fields, verdict }: CustomerVerdict): readonly LeftOfCustomer[] {
  const left: LeftOfCustomer[] = [];
  const of = (kind: "unknown" | "later") =>
    [...verdict.fields].flatMap(([field, each]) => (each.kind === kind ? [field] : []));
  if (verdict.customer === "new") left.push({ kind: "new-customers", fields: [] });
  if (verdict.customer === "maybe-new") left.push({ kind: "maybe-new", fields: [] });
  if (verdict.customer === "unclear") left.push({ kind: "unclear-customers", fields: [] });
  const unknown = of("unknown");
  if (unknown.length > 0) left.push({ kind: "unknown-values", fields: unknown });
  const later = of("later");
  if (later.length > 0) left.push({ kind: "changed-later", fields: later });
  if (verdict.emptied) left.push({ kind: "emptied", fields: [] });
  const amount = row.values[fields.indexOf("auto_add")] ?? "";
  if (amount.trim() !== "" && verdict.customer !== "skipped") {
    left.push({ kind: "auto-add", fields: ["auto_add"] });
  }
  return left;
}

/** How a customer is named to people: code, else card number, else e-mail or name. */
export function customerName({ row, fields }: CustomerVerdict): string {
  const value = (field: FieldName) => (row.values[fields.indexOf(field)] ?? "").trim();
  const name = `${value("first_name")} ${value("last_name")}`.trim();
  return value("code") || value("card_number") || value("email") || name;
}
