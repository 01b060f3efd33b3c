import type { ResolvedConnection } from "../../../../records/connections/resolved.ts";
import type { Candidate } from "../../../../records/imports/queue/outbox.ts";
import { misdirectedReason } from "../../aim.ts";
import type { SenderContext } from "../sender-context.ts";

/** Batches that do not go when their turn comes. */
export interface PassedOver {
  /**
   * Inside the transaction that claims: "passed" where the batch does not go and the next one may,
   * "stays" where nothing can be done about it now.
   */
  look(candidate: Candidate, connection: ResolvedConnection): "goes" | "passed" | "stays";
  /** After the transaction. */
  tell(): void;
}

export function createPassedOver(context: SenderContext): PassedOver {
  const { store, holds, aims, changes, now } = context;
  const imports = new Set<number>();

  /** What was reviewed for one server does not go to another. */
  function isMisdirected({ id, importId }: Candidate, { server }: ResolvedConnection): boolean {
    const aim = aims.check(importId, server);
    if (aim.kind === "right") return false;
    const reason = misdirectedReason(aim, server);
    const { kind } = store.apply(id, { kind: "misdirected", reason }, { now: now() });
    if (kind !== "moved") return false;
    holds.pause({ importId }, now());
    return true;
  }

  return {
    look(candidate, connection) {
      const { id, importId } = candidate;
      if (isMisdirected(candidate, connection)) {
        imports.add(importId);
        return "passed";
      }
      if (!context.isOvertaken(id)) return "goes";
      imports.add(importId);
      const { kind } = store.apply(id, { kind: "overtaken" }, { now: now() });
      return kind === "moved" ? "passed" : "stays";
    },
    tell() {
      for (const importId of imports) changes.tell(importId);
      imports.clear();
    },
  };
}
