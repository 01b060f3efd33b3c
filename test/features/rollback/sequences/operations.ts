import fc from "fast-check";
import type { Duplicates } from "../../../../preload/types.ts";

export const CODES = ["0", "01", "1", "2"] as const;
export const CARDS = ["1", "9", "09", "7"] as const;
/** Fields whose values are followed. */
export const FIELDS = ["card_number", "first_name", "phone", "city"] as const;
export type Field = (typeof FIELDS)[number];
const DATA: readonly Field[] = ["first_name", "phone", "city"];
const VALUES = ["", "a", "007"];

/** What goes wrong with one request of a sending. */
export interface Trouble {
  /** The request of this sending that it strikes, from 1. */
  readonly at: number;
  readonly kind:
    | "reset-applied"
    | "reset-lost"
    | "page-applied"
    | "cut-applied"
    | "try-later"
    | "refused"
    | "crash-applied"
    | "crash-lost";
  /** What a person does with a batch of which nobody knows whether it arrived. */
  readonly uncertain: "sent" | "resend" | "leave";
}

export interface Row {
  readonly code: string;
  readonly card: string;
  readonly values: readonly string[];
}

export type Operation =
  | {
      readonly kind: "import";
      readonly store: number;
      readonly keys: "code" | "card" | "both";
      readonly fields: readonly Field[];
      readonly duplicates: Duplicates;
      readonly rows: readonly Row[];
      /** With amounts, which must not go out twice. */
      readonly amounts: boolean;
      readonly send: boolean;
      /** All at once; one row alone and then the rest; or only what changed since the last one. */
      readonly how: "whole" | "trial" | "only-changed";
      readonly trouble: Trouble | null;
    }
  | {
      readonly kind: "undo";
      readonly which: number;
      /** What becomes of the import that puts values back; "draft": it waits to be reviewed. */
      readonly outcome: "send" | "cancel" | "leave" | "draft";
      /** Where the program ends in the middle of it. */
      readonly crash: "never" | "cancelled" | "prepared";
      readonly trouble: Trouble | null;
    }
  /** Undone in the admin pages and marked as done. */
  | { readonly kind: "revert"; readonly which: number }
  | { readonly kind: "forget"; readonly code: string; readonly includeQueue: boolean }
  | { readonly kind: "redo"; readonly trouble: Trouble | null }
  /** A connection leads to another server from now on, or is removed. */
  | { readonly kind: "move"; readonly store: number; readonly to: number }
  | { readonly kind: "remove"; readonly store: number }
  /** Imports that are held, because their connection leads elsewhere, may go on. */
  | { readonly kind: "resume"; readonly trouble: Trouble | null }
  /** What waits to be reviewed is sent. */
  | { readonly kind: "send-drafts"; readonly trouble: Trouble | null }
  | { readonly kind: "send"; readonly trouble: Trouble | null }
  | { readonly kind: "crash" };

const trouble: fc.Arbitrary<Trouble | null> = fc.option(
  fc.record({
    at: fc.integer({ min: 1, max: 3 }),
    kind: fc.constantFrom(
      "reset-applied",
      "reset-lost",
      "page-applied",
      "cut-applied",
      "try-later",
      "refused",
      "crash-applied",
      "crash-lost",
    ),
    uncertain: fc.constantFrom("sent", "resend", "leave"),
  }),
  { freq: 2 },
);

/** Most cards are their customer's own. */
const row: fc.Arbitrary<Row> = fc
  .record({
    customer: fc.nat(CODES.length - 1),
    otherCard: fc.oneof(
      { weight: 9, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom("", ...CARDS) },
    ),
    values: fc.array(fc.constantFrom(...VALUES), { minLength: 3, maxLength: 3 }),
  })
  .map(({ customer, otherCard, values }) => ({
    code: CODES[customer] ?? "",
    card: otherCard ?? CARDS[customer] ?? "",
    values,
  }));

const list: fc.Arbitrary<Operation> = fc.record({
  kind: fc.constant("import" as const),
  // Two of one server, one of another account, one of another address with the first one's account.
  store: fc.constantFrom(0, 0, 0, 0, 1, 2, 3, 3),
  keys: fc.constantFrom("code", "code", "code", "both", "both", "card"),
  fields: fc.subarray([...DATA], { minLength: 1 }),
  duplicates: fc.constantFrom<Duplicates>("update", "update", "update", "yes", "ignore"),
  rows: fc.array(row, { minLength: 1, maxLength: 4 }),
  amounts: fc.constantFrom(false, false, false, true),
  send: fc.constantFrom(true, true, true, true, false),
  how: fc.constantFrom("whole", "whole", "whole", "trial", "only-changed"),
  trouble,
});

const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 8, arbitrary: list },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("undo" as const),
      which: fc.nat(20),
      outcome: fc.constantFrom("send", "send", "send", "send", "cancel", "leave", "draft"),
      crash: fc.constantFrom("never", "never", "never", "never", "cancelled", "prepared"),
      trouble,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("revert" as const), which: fc.nat(20) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("forget" as const),
      code: fc.constantFrom(...CODES),
      includeQueue: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("redo" as const), trouble }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("move" as const), store: fc.nat(3), to: fc.nat(2) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("remove" as const), store: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("resume" as const), trouble }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("send-drafts" as const), trouble }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("send" as const), trouble }) },
  { weight: 1, arbitrary: fc.constant({ kind: "crash" as const }) },
);

export const sequences: fc.Arbitrary<readonly Operation[]> = fc
  .tuple(list, fc.array(operation, { minLength: 1, maxLength: 12, size: "max" }))
  .map(([first, rest]) => [first, ...rest]);
