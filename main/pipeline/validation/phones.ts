import type { CountryCode } from "libphonenumber-js/min";
import type { Mapping } from "../../../preload/types.ts";
import { plainLetters } from "../../common/plain-letters.ts";
import { PHONE_DIGITS } from "./field-rules.ts";

type Library = typeof import("libphonenumber-js/min");

/** Most lists never need it: it is no part of the way to a start. */
let library: Library | null = null;

/** To be awaited before phones are judged in this process or thread. */
export async function loadPhones(): Promise<void> {
  library ??= await import("libphonenumber-js/min");
}

/** The same, where a list needs it: its connection names a country, or its phones are written anew. */
export async function loadPhonesFor(mapping: Mapping, country: string | null): Promise<void> {
  if (country !== null || writtenAt(mapping) >= 0) await loadPhones();
}

/** In which languages lists name countries. */
const LANGUAGES = ["en", "es", "de", "fr", "it", "pt", "nl"] as const;
/** Names that are none of a country's own in these languages. */
const ALSO: Readonly<Record<string, string>> = {
  usa: "US",
  uk: "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
};
let names: ReadonlyMap<string, string> | null = null;

/**
 * A judge of phone numbers, for lists of one country.
 * @returns the country that a number is none of, where it is none of any other either; else null.
 * An address' own country goes before the list's; one that is not understood is no country to judge by
 */
export function createPhoneJudge(
  country: string,
): (phone: string, ownCountry: string) => string | null {
  // Whoever writes down what is found has loaded them.
  if (library === null) return () => null;
  const { parsePhoneNumberFromString, isSupportedCountry } = library;
  const isValid = (text: string, where?: CountryCode) =>
    parsePhoneNumberFromString(text, where)?.isValid() === true;
  return (phone, ownCountry) => {
    const digits = phone.replace(/\D+/g, "");
    // Too few and too many are told for themselves.
    if (digits.length < PHONE_DIGITS.least || digits.length > PHONE_DIGITS.most) return null;
    const code = ownCountry === "" ? country : countryOf(ownCountry);
    if (code === null || !isSupportedCountry(code) || isValid(phone, code)) return null;
    return isValid(`+${digits.replace(/^00/, "")}`) ? null : code;
  };
}

/**
 * Writes the phone of a row in international form (E.164: +34612345678) where the mapping says so and
 * it is a valid number of the row's own country, of the list's where the row names none, or of
 * any with its code. All other values stay, and so does a number with an extension, which that form
 * has no place for.
 * @param country of the list, or null
 */
export function createPhoneWriter(
  mapping: Mapping,
  country: string | null,
): (values: readonly string[]) => readonly string[] {
  const at = writtenAt(mapping);
  if (at < 0 || library === null) return (values) => values;
  const { parsePhoneNumberFromString, isSupportedCountry } = library;
  const countryAt = mapping.findIndex(({ field }) => field === "country");
  return (values) => {
    const phone = values[at] ?? "";
    if (phone === "") return values;
    const own = values[countryAt] ?? "";
    const code = own === "" ? country : countryOf(own);
    const known = code !== null && isSupportedCountry(code) ? { defaultCountry: code } : {};
    // Of a text that holds more than one number nothing is taken out.
    const text = phone.replace(/^\((\+\d{1,3})\)/, "$1 ");
    const number = parsePhoneNumberFromString(text, { ...known, extract: false });
    if (number?.isValid() !== true || number.ext !== undefined) return values;
    return number.number === phone ? values : values.with(at, number.number);
  };
}

/** The place of the phones that are written in international form. */
function writtenAt(mapping: Mapping): number {
  return mapping.findIndex(
    ({ field, transforms }) =>
      field === "phone" && transforms.some(({ kind }) => kind === "international-phone"),
  );
}

/** The code of a country by its code or name. */
function countryOf(text: string): string | null {
  const known = namesOfCountries();
  return known.get(plainLetters(text)) ?? null;
}

function namesOfCountries(): ReadonlyMap<string, string> {
  if (names !== null) return names;
  const found = new Map<string, string>(Object.entries(ALSO));
  for (const code of library?.getCountries() ?? []) {
    found.set(code.toLowerCase(), code);
    for (const language of LANGUAGES) {
      const name = new Intl.DisplayNames([language], { type: "region" }).of(code);
      if (name !== undefined) found.set(plainLetters(name), code);
    }
  }
  names = found;
  return found;
}
