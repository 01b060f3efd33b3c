import type { FieldName } from "../../preload/fields.ts";
import { normalKey } from "../customers/keys.ts";
import type { Identity } from "../undo/same-customer.ts";

/** By what one person is known: what was asked for, and the keys that stand beside it. */
export interface Person {
  add(identity: Identity): void;
  /** Whether a row with this value in this field is theirs. */
  owns(field: FieldName, value: string): boolean;
  /** Whether a cell of an unknown column may be theirs. */
  mayOwn(value: string): boolean;
}

/** @param asked a code, card number or e-mail, in whichever of these fields it stands */
export function createPerson(asked: string): Person {
  const wanted = normalKey(asked);
  const codes = new Set<string>();
  const cards = new Set<string>();
  return {
    add({ code, card }) {
      if (code !== "") codes.add(normalKey(code));
      if (card !== "") cards.add(normalKey(card));
    },
    owns(field, value) {
      const normal = normalKey(value);
      switch (field) {
        case "code":
          return normal === wanted || codes.has(normal);
        case "card_number":
          return normal === wanted || cards.has(normal);
        case "email":
          return normal === wanted;
        default:
          return false;
      }
    },
    mayOwn(value) {
      const normal = normalKey(value);
      return normal === wanted || codes.has(normal) || cards.has(normal);
    },
  };
}
