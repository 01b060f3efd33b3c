import { type FieldName, isCustomField } from "../../../preload/fields.ts";
import type { DateFormat, Severity } from "../../../preload/types.ts";
import { convertDate } from "../mapping/dates.ts";
import { countDigits, isAlphanumeric, isAscii } from "./letters.ts";

/** What a rule finds wrong with one value; never the value itself. */
interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly params?: Readonly<Record<string, string | number>>;
}

type Rule = (value: string, dateFormat: DateFormat | undefined) => Finding | null;

function warning(code: string, params: Readonly<Record<string, string | number>> = {}): Finding {
  return { code, severity: "warning", params };
}

function error(code: string, params: Readonly<Record<string, string | number>> = {}): Finding {
  return { code, severity: "error", params };
}

/** Longest values that make sense; the documentation names no limits, so these only warn. */
function longest(field: FieldName): number {
  if (isCustomField(field)) return 1000;
  switch (field) {
    case "card_number":
    case "code":
    case "customer_PIN":
      return 64;
    case "email":
      return 254;
    case "phone":
    case "postal_code":
      return 32;
    case "street1":
    case "street2":
      return 200;
    default:
      return 100;
  }
}

const tooLong =
  (field: FieldName): Rule =>
  (value) => {
    const limit = longest(field);
    return value.length > limit ? warning("too-long", { length: value.length, limit }) : null;
  };

/** One @, something before it, a domain with a dot; addresses are not judged further. */
const EMAIL = /^[^\s@,;<>()[\]"\\]+@[^\s@.,;<>()[\]"\\]+(?:\.[^\s@.,;<>()[\]"\\]+)+$/;

const email: Rule = (value) => (EMAIL.test(value) ? null : warning("email-shape"));

const phone: Rule = (value) => {
  const digits = countDigits(value);
  return digits < 5 || digits > 15 ? warning("phone-digits", { digits }) : null;
};

/** "The 'custom_date' must be in YYYY-MM-DD format." */
const customDate: Rule = (value, dateFormat) => {
  const reading = convertDate(value, dateFormat);
  if (reading.kind === "problem") {
    return error(reading.code, dateFormat === undefined ? {} : { format: dateFormat });
  }
  if (reading.kind === "blank") return null;
  if (reading.iso !== value) return error("date-not-in-format", { format: "YYYY-MM-DD" });
  const year = Number(value.slice(0, 4));
  return year < 1900 || year > 2099 ? warning("date-unlikely", { year }) : null;
};

const key: Rule = (value) => {
  if (isAlphanumeric(value)) return null;
  if (/^\d+[.,]0+$/.test(value)) return warning("decimal-ending");
  return /^[\p{L}\p{N} ._:/@+#-]+$/u.test(value) ? null : warning("key-characters");
};

const decimalEnding: Rule = (value) =>
  value.endsWith("0") && /^\d{5,}[.,]0$/.test(value) ? warning("decimal-ending") : null;

/** "The amount of points, visits, dollars, or name of product or service". */
const autoAdd: Rule = (value) => {
  if (/^\d+(?:\.\d+)?$/.test(value)) return null;
  if (/^-\s*\d/.test(value)) return error("auto-add-negative");
  if (/^[\d\s.,'’$€£+%]+$/.test(value)) return error("auto-add-form");
  return warning("auto-add-name");
};

const pin: Rule = (value) => (/^\d+$/.test(value) ? null : warning("pin-digits"));

/** U+FFFD, or UTF-8 read as windows-1252 (`Ã©`, `Â°`): the encoding was not the right one. */
const letters: Rule = (value) =>
  !isAscii(value) && /\uFFFD|[ÃÂ][\u0080-\u00BF]|â€[\u0080-\u2122]/.test(value)
    ? warning("letters-damaged")
    : null;

const OWN: Partial<Record<FieldName, readonly Rule[]>> = {
  card_number: [key],
  code: [key],
  email: [email],
  phone: [phone, decimalEnding],
  postal_code: [decimalEnding],
  custom_date: [customDate],
  customer_PIN: [pin],
  auto_add: [autoAdd],
};

/** The rules of a field, the telling ones first. A new rule is a function and a line above. */
export function rulesOf(field: FieldName): readonly Rule[] {
  return [...(OWN[field] ?? []), letters, tooLong(field)];
}
