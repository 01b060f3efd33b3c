import { assertNever } from "../../../preload/assert-never.ts";
import type { ImportState } from "../../../preload/types.ts";
import type { AppError } from "../../common/errors.ts";

/** What scripts and schedulers see of a command's end. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  invalid: 3,
  queued: 4,
  rejected: 5,
  uncertain: 6,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

export type OutcomeState =
  | "accepted"
  | "queued"
  | "rejected"
  | "uncertain"
  | "partly-accepted"
  | "invalid"
  | "cancelled";

/** An import as it stands when the command ends; what is on its way is queued for this command. */
export function outcomeOf(state: ImportState): OutcomeState {
  return state === "sending" ? "queued" : state;
}

export function exitOf(state: OutcomeState): ExitStatus {
  switch (state) {
    case "accepted":
      return EXIT.done;
    case "queued":
      return EXIT.queued;
    case "rejected":
    case "partly-accepted":
      return EXIT.rejected;
    case "uncertain":
      return EXIT.uncertain;
    case "invalid":
      return EXIT.invalid;
    case "cancelled":
      return EXIT.failed;
    default:
      return assertNever(state);
  }
}

/** Codes of errors.json that speak of the words on the command line. */
const USAGE =
  /^(usage-|mapping-file-unreadable$|encoding-unknown$|connection-(url|name|key)-|not-found$|sheet-missing$|header-row-missing$)/;
/** ... and of the list file. */
const INVALID = /^(file-(?!not-saved)|encoding-|list-|nothing-to-send$)/;
/** ... of an API that could not be asked, and of one that said no. */
const UNREACHABLE = /^api-(offline|unreachable|not-secure|proxy-login|no-answer|busy)$/;
const REJECTED = /^api-/;

export function exitOfError(error: AppError): ExitStatus {
  if (USAGE.test(error.code)) return EXIT.usage;
  if (INVALID.test(error.code)) return EXIT.invalid;
  if (UNREACHABLE.test(error.code)) return EXIT.queued;
  if (REJECTED.test(error.code)) return EXIT.rejected;
  return EXIT.failed;
}
