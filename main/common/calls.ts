import type { z } from "zod";
import type { CallInput, CallName, CallResult, calls } from "../../preload/contract.ts";

/** A call's input as its schema gives it out. */
type CheckedInput<N extends CallName> = z.output<(typeof calls)[N]["input"]>;

/** The name of every call of a part of the contract, `drafts` say. */
type CallsIn<Part extends string> = Extract<CallName, `${Part}.${string}`>;

/** What answers calls; the input is checked already. */
export type HandlersOf<N extends CallName> = {
  readonly [Name in N]: (
    input: CheckedInput<Name>,
  ) => CallResult<Name> | null | Promise<CallResult<Name> | null>;
};

/** What answers every call of a part of the contract: what a feature gives to main/app. */
export type HandlersFor<Part extends string> = HandlersOf<CallsIn<Part>>;

/** Nothing needs to be given to a call that takes nothing. */
type Given<Input> =
  Input extends Readonly<Record<string, never>> ? [input?: Input] : [input: Input];

/** The calls of a part as methods that bear their own names: `drafts.create` is `create`. */
export type MethodsFor<Part extends string> = {
  readonly [N in CallsIn<Part> as N extends `${Part}.${infer Own}` ? Own : never]: (
    ...input: Given<CallInput<N>>
  ) => Promise<[CallResult<N>] extends [never] ? null : CallResult<N>>;
};
