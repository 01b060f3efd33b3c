import type { FieldName } from "../../../../preload/fields.ts";
import type { Confidence } from "../../../../preload/types.ts";

/**
 * What a header can stand for: a field of the platform, or something that becomes one only
 * together with its neighbours.
 */
export type Meaning =
  | FieldName
  /** First and last name in one column. */
  | "full_name"
  /** Both in one column, the last name in front: "Nazwisko i imię", "ФИО". */
  | "family_first"
  /** "Name", "Nom", "Nome": full, first or last, as the neighbours tell. */
  | "name"
  | "mobile_phone"
  | "home_phone"
  | "work_phone"
  /** "van der": belongs before the last name. */
  | "name_infix"
  /** Belongs behind the last name. */
  | "second_last_name"
  /** Belongs behind the street. */
  | "house_number"
  /** "İl", "縣市": the state beside a city, the city where there is no other. */
  | "province_city"
  /** "PLZ/Ort", "CP Ville": the postal code and the city behind it. */
  | "postal_city"
  /** "Postadress": the city beside a street, the street where there is no other. */
  | "postal_town"
  /** "番地": the end of a street's line, or all of it. */
  | "lot"
  /** "Estado", "Stato": a state only where a city or postal code stands near it. */
  | "state_maybe"
  /** "ST": a state only beside a city, and only by codes such as ME. */
  | "state_code"
  /** Known, and known to be nothing for the platform: ends the search. */
  | "nothing";

/** The field that a kind of phone goes to; any other meaning is its own. */
export function fieldOf(meaning: Meaning): Meaning {
  return meaning === "mobile_phone" || meaning === "home_phone" ? "phone" : meaning;
}

/** Whose address, phone or name it is. `main` is the customer's own, without saying so. */
export type Owner = "main" | "home" | "mailing" | "billing" | "work";

/** Headers of one language or one system, as people write them; the earlier, the better. */
export interface Dictionary {
  readonly certain: Partial<Record<Meaning, readonly string[]>>;
  readonly likely?: Partial<Record<Meaning, readonly string[]>>;
  readonly unsure?: Partial<Record<Meaning, readonly string[]>>;
  /** Meant so only in these letters: "Aniversário" is a birthday, "Aniversario" is none. */
  readonly accented?: Partial<Record<Meaning, readonly string[]>>;
  /** Meant so only where other headers of the list are in this language; before all others there. */
  readonly among?: Partial<Record<Meaning, readonly string[]>>;
  /** Headers that mean nothing in a list that also has the header `beside`. */
  readonly within?: { readonly beside: string; readonly nothing: readonly string[] };
  /** Words before or after a header that tell whose it is. */
  readonly owners?: Partial<Record<Owner, readonly string[]>>;
}

export interface Entry {
  readonly meaning: Meaning;
  readonly confidence: Confidence;
  readonly owner: Owner;
  /** Position in its dictionary's list: of two headers for one field the lower wins. */
  readonly rank: number;
}
