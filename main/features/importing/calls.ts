import { type CallName, calls } from "../../../preload/contract.ts";
import type { HandlersFor, HandlersOf } from "../../common/calls.ts";
import type { Drafts } from "./draft-calls.ts";

type ImportingCalls = HandlersFor<"drafts" | "mappings" | "files"> &
  HandlersOf<"history.importAgain">;

/** The calls about lists that are prepared, and about the mappings that are kept. */
export function importingCalls(drafts: Drafts): ImportingCalls {
  const { mappings } = drafts;
  return {
    ...draftCalls(drafts),
    "files.register": ({ path }) => ({ fileId: drafts.registerFile(path) }),
    "files.unlock": (input) => drafts.unlock(input),
    "files.recent": () => drafts.recentFiles(),
    "mappings.list": () => mappings.list(),
    "mappings.get": ({ id }) => mappings.get(id),
    "mappings.save": (input) => mappings.save(input),
    "mappings.remove": ({ id }) => {
      mappings.remove(id);
      return null;
    },
    "mappings.export": ({ id }) => mappings.export(id),
    "mappings.import": (input) => mappings.import(input),
    "history.importAgain": (input) => drafts.importAgain(input),
  };
}

/** Every call of drafts is the method that bears its name. */
function draftCalls(drafts: Drafts): HandlersFor<"drafts"> {
  const names = Object.keys(calls).filter(isDraftCall);
  return Object.fromEntries(
    names.map((name) => [name, drafts[name.slice("drafts.".length) as keyof Drafts]]),
  ) as unknown as HandlersFor<"drafts">;
}

function isDraftCall(name: string): name is Extract<CallName, `drafts.${string}`> {
  return name.startsWith("drafts.");
}
