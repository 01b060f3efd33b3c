import type { Form } from "./form.ts";
import { Refusal } from "./refusal.ts";

/** A required parameter's text. @throws Refusal where it is missing or empty. */
export function required(form: Form, name: string): string {
  const value = form.get(name) ?? "";
  if (value === "") throw new Refusal(`Missing parameter: ${name}`);
  return value;
}

/** "Optional: 'yes' or don't include." @throws Refusal for any other word. */
export function flag(form: Form, name: string): boolean {
  const value = form.get(name) ?? "";
  if (value === "yes") return true;
  if (value === "") return false;
  throw new Refusal(`Parameter ${name} may only be 'yes' or left out`);
}

/** One of the documented words. @throws Refusal naming them. */
export function choice<T extends string>(name: string, value: string, words: readonly T[]): T {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new Refusal(`Parameter ${name} must be ${words.join(" or ")}`);
  return found;
}

/** A whole number in a range, or `missing` where the parameter is left out. */
export function wholeNumber<M>(
  form: Form,
  name: string,
  range: { readonly min: number; readonly max: number },
  missing: M,
): number | M {
  const value = form.get(name) ?? "";
  if (value === "") return missing;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= range.min && number <= range.max) return number;
  throw new Refusal(`Parameter ${name} must be a whole number from ${range.min} to ${range.max}`);
}
