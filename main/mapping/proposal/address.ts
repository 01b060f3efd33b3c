import type { FieldName } from "../../../preload/fields.ts";
import type { Meaning, Owner } from "../headers/dictionary.ts";
import type { Candidate } from "./candidate.ts";
import { contradicts } from "./contradicts.ts";
import { bySureness, capped, type Proposed } from "./single-fields.ts";

/** The customer's own address first; a billing address serves only where there is no other. */
const FAMILIES: readonly Owner[] = ["main", "home", "mailing", "billing"];
const CORE: readonly Meaning[] = ["street1", "city", "postal_code"];
const FIELDS = ["street1", "street2", "city", "state", "postal_code", "country"] as const;

/**
 * All parts of the address come from one family of columns, never half from billing and half
 * from the main address. Only a bare "State" or "Country" joins a family that has none.
 * Shipping, company and further addresses are never taken.
 */
export function proposeAddress(candidates: readonly Candidate[]): readonly Proposed[] {
  const family = chooseFamily(candidates);
  return FIELDS.flatMap((field) => {
    const own = best(field, family, candidates);
    if (own !== null) return withHouseNumber(own, family, candidates);
    if (field !== "state" && field !== "country") return [];
    const bare = best(field, "main", candidates);
    return bare === null ? [] : [bare];
  });
}

function chooseFamily(candidates: readonly Candidate[]): Owner {
  const having = (filled: boolean) =>
    FAMILIES.find((family) =>
      candidates.some(
        (each) =>
          each.owner === family &&
          CORE.includes(each.meaning) &&
          (!filled || each.facts.values.length > 0),
      ),
    );
  return having(true) ?? having(false) ?? "main";
}

function best(field: FieldName, family: Owner, candidates: readonly Candidate[]): Proposed | null {
  const inPlace = candidates.some((each) => each.owner === family && CORE.includes(each.meaning));
  const [first] = candidates
    .filter((each) => each.owner === family)
    .filter(
      (each) =>
        each.meaning === field || (field === "state" && inPlace && each.meaning === "state_maybe"),
    )
    .filter((each) => !contradicts(field, each.facts))
    .toSorted(bySureness);
  if (first === undefined) return null;
  return { field, columns: [first.column.index], confidence: capped(first) };
}

/** "Straße" and "Hausnummer" are one line of an address. */
function withHouseNumber(
  own: Proposed,
  family: Owner,
  candidates: readonly Candidate[],
): readonly Proposed[] {
  const house = candidates.find((each) => each.meaning === "house_number" && each.owner === family);
  if (own.field !== "street1" || house === undefined) return [own];
  return [{ ...own, columns: [...own.columns, house.column.index], confidence: "likely" }];
}
