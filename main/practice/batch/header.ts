import { type FieldName, isFieldName } from "../../../preload/fields.ts";
import type { Form } from "../form.ts";
import { Refusal } from "../refusal.ts";

const PREFIX = "profiles_header_";
const NUMBER = /^[1-9]\d{0,4}$/;
/** Longest part of an unknown name that an error repeats. */
const SHOWN = 50;

/**
 * The fields in the order of their `profiles_header_N`. "Number the fields in increasing order. Do
 * not skip more than one!" is read as it is written: numbers start at 1, a single one may be left
 * out (it stands for no field), two in a row may not.
 * @throws Refusal for no header, a gap, an unknown field, a field named twice.
 */
export function readHeader(form: Form): readonly FieldName[] {
  const numbers = headerNumbers(form);
  if (numbers[0] !== 1) throw new Refusal("Missing parameter: profiles_header_1");
  const gap = numbers.findIndex((number, index) => number - (numbers[index - 1] ?? 0) > 2);
  if (gap >= 0) {
    throw new Refusal(`Missing parameter: ${PREFIX}${(numbers[gap - 1] ?? 0) + 1}`);
  }
  const fields = numbers.map((number) => fieldOf(form.get(`${PREFIX}${number}`) ?? ""));
  const twice = fields.find((field, index) => fields.indexOf(field) !== index);
  if (twice !== undefined) throw new Refusal(`Field given twice: ${twice}`);
  return fields;
}

function headerNumbers(form: Form): readonly number[] {
  return [...form.keys()]
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => {
      const number = name.slice(PREFIX.length);
      if (!NUMBER.test(number)) throw new Refusal(`Unknown parameter: ${name.slice(0, SHOWN)}`);
      return Number(number);
    })
    .toSorted((one, other) => one - other);
}

function fieldOf(name: string): FieldName {
  if (isFieldName(name)) return name;
  throw new Refusal(`Unknown field: ${name.slice(0, SHOWN)}`);
}
