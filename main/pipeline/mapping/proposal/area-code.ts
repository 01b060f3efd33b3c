import { plainLetters } from "../../../common/plain-letters.ts";
import type { ReadColumn } from "./candidate.ts";
import type { Proposed } from "./single-fields.ts";

/** Headers of the first digits of a phone number, in plain letters. */
const AREA_CODE =
  /^(?:ddd|(?:orts)?vorwahl|area ?code|std ?code|dialling code|prefijo|cod(?:igo|\.)? (?:de )?area|lada|indicatif|prefisso|netnummer|kengetal|(?:numer )?kierunkowy|riktnummer|suuntanumero|predvolba|korzetszam|код города|市外局番|区号|區碼|區號|지역번호)(?![a-z])/;
const AREA = /^\(?\+?\d{1,6}\)?$/;
/** A number of a place has no more digits; one that has may hold its area code already. */
const MOST_LOCAL = 9;
const LEAST_LOCAL = 4;
const MOST = 0.9;

/**
 * A phone whose area code stands in the column before it takes both: without it the number reaches
 * somebody else, or nobody.
 */
export function withAreaCode(phone: Proposed, columns: readonly ReadColumn[]): Proposed {
  const at = columns.findIndex(({ column }) => column.index === phone.columns[0]);
  const [area, local] = [columns[at - 1], columns[at]];
  if (area === undefined || local === undefined || phone.columns.length > 1) return phone;
  if (!AREA_CODE.test(plainLetters(area.column.header).normalize("NFC").trim())) return phone;
  const isApart =
    area.facts.values.length > 0 &&
    area.facts.share((value) => AREA.test(value)) >= MOST &&
    local.facts.share(isLocal) >= MOST;
  return isApart ? { ...phone, columns: [area.column.index, ...phone.columns] } : phone;
}

function isLocal(value: string): boolean {
  const digits = value.replaceAll(/\D/g, "").length;
  return digits >= LEAST_LOCAL && digits <= MOST_LOCAL && !/^[+(]/.test(value);
}
