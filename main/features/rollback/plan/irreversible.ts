import type { FieldName } from "../../../../preload/fields.ts";
import type { IrreversibleKind, IrreversibleText } from "../../../../preload/types.ts";
import type { MappedRow } from "../../../common/rows.ts";
import type { CustomerVerdict } from "./walk.ts";

/** Something of one customer that cannot be undone from here. */
export interface IrreversibleOfCustomer {
  readonly kind: IrreversibleKind;
  /** The fields it is about; none where it is about the whole customer. */
  readonly fields: readonly FieldName[];
}

/** Everything of a customer that stays as the import made it. */
export function irreversibleOf(customer: CustomerVerdict): readonly IrreversibleOfCustomer[] {
  const { verdict } = customer;
  const irreversible: IrreversibleOfCustomer[] = [];
  const of = (kind: "unknown" | "later") =>
    [...verdict.fields].flatMap(([field, each]) => (each.kind === kind ? [field] : []));
  if (verdict.customer === "new") irreversible.push({ kind: "new-customers", fields: [] });
  if (verdict.customer === "maybe-new") irreversible.push({ kind: "maybe-new", fields: [] });
  if (verdict.customer === "unclear") irreversible.push({ kind: "unclear-customers", fields: [] });
  const unknown = of("unknown");
  if (unknown.length > 0) irreversible.push({ kind: "unknown-values", fields: unknown });
  const later = of("later");
  if (later.length > 0) irreversible.push({ kind: "changed-later", fields: later });
  if (verdict.emptied) irreversible.push({ kind: "emptied", fields: [] });
  if (amountsOf(customer).length > 0) irreversible.push({ kind: "auto-add", fields: ["auto_add"] });
  return irreversible;
}

/** What the import added to a customer: a customer who stands twice in it got both amounts. */
export function amountsOf({ rows, verdict }: CustomerVerdict): readonly OwnAmount[] {
  if (verdict.customer === "skipped") return [];
  return rows.flatMap(({ row, fields }) => {
    const amount = (row.values[fields.indexOf("auto_add")] ?? "").trim();
    return amount === "" ? [] : [{ row, amount }];
  });
}

/** Which text says it: the practice server has no admin pages to do or look up anything in. */
export function irreversibleText(
  kind: IrreversibleKind,
  about: { readonly practice: boolean; readonly total: string | null },
): IrreversibleText {
  const { practice, total } = about;
  switch (kind) {
    case "auto-add":
      if (total === null) return practice ? `${kind}-practice` : kind;
      return practice ? `${kind}-total-practice` : `${kind}-total`;
    case "new-customers":
    case "maybe-new":
      return practice ? `${kind}-practice` : kind;
    default:
      return kind;
  }
}

export interface OwnAmount {
  readonly row: MappedRow;
  readonly amount: string;
}

const DECIMAL = /^\d+(?:\.(\d+))?$/;

/** Exact, however many there are; null where one of them is no number. */
export function sumOf(amounts: readonly string[]): string | null {
  const decimals = amounts.map((amount) => DECIMAL.exec(amount));
  if (amounts.length === 0 || decimals.includes(null)) return null;
  const places = Math.max(...decimals.map((match) => match?.[1]?.length ?? 0));
  const units = amounts.reduce((sum, amount) => {
    const [whole = "", rest = ""] = amount.split(".");
    return sum + BigInt(whole + rest.padEnd(places, "0"));
  }, 0n);
  const digits = String(units).padStart(places + 1, "0");
  const at = digits.length - places;
  return places === 0 ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`;
}

/** How a customer is named to people: code, else card number, else e-mail or name. */
export function customerName({ row, fields }: CustomerVerdict): string {
  const value = (field: FieldName) => (row.values[fields.indexOf(field)] ?? "").trim();
  const name = `${value("first_name")} ${value("last_name")}`.trim();
  return value("code") || value("card_number") || value("email") || name;
}
