import type { CountryCode } from "libphonenumber-js/min";
import { plainLetters } from "../../common/plain-letters.ts";
import { PHONE_DIGITS } from "./field-rules.ts";

type Library = typeof import("libphonenumber-js/min");

/** Lists whose connection names no country never need it: it is no part of the way to a start. */
let library: Library | null = null;

/** To be awaited before phones are judged in this process or thread. */
export async function loadPhones(): Promise<void> {
  library ??= await import("libphonenumber-js/min");
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
