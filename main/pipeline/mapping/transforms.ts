import type { Transform } from "../../../preload/types.ts";
import { asciiForms } from "./values/digits.ts";
import { lowerCase, titleCase, upperCase } from "./values/names/title-case.ts";

type ValueTable = Extract<Transform, { readonly kind: "replace-values" }>;

/** Made once for a mapping, and not for each of its rows. */
const tables = new WeakMap<ValueTable, ReadonlyMap<string, string>>();

function tableOf(transform: ValueTable): ReadonlyMap<string, string> {
  const known = tables.get(transform);
  if (known !== undefined) return known;
  const table = new Map(transform.pairs);
  tables.set(transform, table);
  return table;
}

/**
 * One transform on one value. None but `default` and the replacements brings in characters of its
 * own.
 * @param isTurkic whether I is the capital of ı
 */
export function applyTransform(value: string, transform: Transform, isTurkic = false): string {
  switch (transform.kind) {
    case "trim":
      return value.trim();
    case "collapse-blanks":
      return value.replace(/\s+/g, " ").trim();
    case "case":
      return changeCase(value, transform.to, isTurkic);
    case "digits-only":
      return asciiForms(value).replace(/\D+/g, "");
    // It needs the whole row: validation/phones.ts writes it.
    case "international-phone":
      return value;
    case "split":
      return split(value, transform.by, transform.take);
    case "replace-values":
      return tableOf(transform).get(value) ?? value;
    case "default":
      return value.trim() === "" ? transform.value : value;
    case "replace":
      return transform.find === "" ? value : value.replaceAll(transform.find, () => transform.with);
  }
}

function changeCase(value: string, to: "upper" | "lower" | "title", isTurkic: boolean): string {
  if (to === "upper") return upperCase(value, isTurkic);
  return to === "lower" ? lowerCase(value, isTurkic) : titleCase(value, isTurkic);
}

/** "Jane van Dam" by blank: Jane | van Dam | Dam. "Dam, Jane" by comma: Dam | Jane | Jane. */
function split(value: string, by: "blank" | "comma", take: "first" | "rest" | "last"): string {
  const text = value.trim();
  const border = by === "blank" ? /\s/ : /,/;
  const first = text.search(border);
  if (first < 0) return take === "first" ? text : "";
  switch (take) {
    case "first":
      return text.slice(0, first).trimEnd();
    case "last":
      return text.slice(lastBorder(text, by) + 1).trimStart();
    case "rest":
      return text.slice(first + 1).trimStart();
  }
}

function lastBorder(text: string, by: "blank" | "comma"): number {
  if (by === "comma") return text.lastIndexOf(",");
  let at = text.length - 1;
  while (at >= 0 && !/\s/.test(text.charAt(at))) at -= 1;
  return at;
}
