import type { FieldName } from "../../../preload/fields.ts";
import type { Server } from "../../records/connections/server.ts";
import { normalKey } from "../../records/customers/keys.ts";

/** Codes, card numbers and e-mails by which one person is known; as they are compared. */
export interface PersonKeys {
  readonly codes: readonly string[];
  readonly cards: readonly string[];
  readonly emails: readonly string[];
}

/** By what one person is known: what was asked for, and what stands beside it in their rows. */
export interface Person {
  /** Takes what stands in a row that is theirs; tells whether anything of it is new. */
  learn(fields: readonly FieldName[], values: readonly string[]): boolean;
  /** Whether a row is theirs. */
  owns(fields: readonly FieldName[], values: readonly string[]): boolean;
  /** Whether a cell of an unknown column may be theirs. */
  mayOwn(value: string): boolean;
  keys(): PersonKeys;
}

/**
 * Which customer a row belongs to is told by its code; by its card number where it has no code, as a
 * card may pass to somebody else; by its e-mail where it has neither, as a family may share one. The
 * value that was asked for leads to every row that holds it.
 * @param asked a code, card number or e-mail, in whichever of these fields it stands
 */
export function createPerson(asked: string): Person {
  const wanted = normalKey(asked);
  const codes = new Set<string>();
  const cards = new Set<string>();
  const emails = new Set<string>();

  function read(fields: readonly FieldName[], values: readonly string[]) {
    const value = (field: FieldName) => normalKey(values[fields.indexOf(field)] ?? "");
    return { code: value("code"), card: value("card_number"), email: value("email") };
  }

  return {
    learn(fields, values) {
      const { code, card, email } = read(fields, values);
      const before = codes.size + cards.size + emails.size;
      if (code !== "") codes.add(code);
      if (card !== "") cards.add(card);
      if (email !== "") emails.add(email);
      return codes.size + cards.size + emails.size > before;
    },
    owns(fields, values) {
      const { code, card, email } = read(fields, values);
      if ([code, card, email].includes(wanted)) return wanted !== "";
      if (code !== "") return codes.has(code);
      return card !== "" ? cards.has(card) : email !== "" && emails.has(email);
    },
    mayOwn(value) {
      const normal = normalKey(value);
      if (normal === "") return false;
      return normal === wanted || codes.has(normal) || cards.has(normal) || emails.has(normal);
    },
    keys: () => ({ codes: [...codes], cards: [...cards], emails: [...emails] }),
  };
}

/** One person at every server: the same code at two servers is two customers. */
export interface People {
  /**
   * Which customers a row for this server may be; null stands for a server that is not chosen yet.
   */
  of(server: Server | null): readonly Person[];
  all(): readonly Person[];
  keys(): PersonKeys;
}
