import { whatAndWhere } from "../errors.ts";
import type { Entry } from "./entries.ts";

/** What a process of ours says before it ends by an error that nobody in it caught. */
export interface Fault {
  /** "TypeError at lane.ts:120": never what the error quotes. */
  readonly fault: string;
}

/** A message takes a moment to leave the process. */
const LEAVE_MS = 50;

export function isFault(message: unknown): message is Fault {
  return typeof message === "object" && message !== null && "fault" in message;
}

/**
 * In a process of ours: an error that nobody has caught, also in a promise, which Electron would
 * let pass, ends it. By itself Node would write the error's words to standard error.
 */
export function endOnFault(post: (fault: Fault) => void): void {
  const end = (thrown: unknown) => {
    post({ fault: whatAndWhere(thrown) });
    setTimeout(() => process.exit(1), LEAVE_MS);
  };
  process.on("uncaughtException", end);
  process.on("unhandledRejection", end);
}

type Tell = (entry: Entry, detail: string) => void;

let tell: Tell = (entry, detail) => process.stderr.write(`${entry} ended: ${detail}\n`);

/** Where the program tells of the ends of its processes; standard error until there is a log. */
export function tellFaultsBy(teller: Tell): void {
  tell = teller;
}

/** In the program: a process of ours has ended by itself and not in order. */
export function noteFault(entry: Entry, detail: string): void {
  tell(entry, detail);
}
