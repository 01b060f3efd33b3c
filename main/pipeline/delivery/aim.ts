import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { isSameServer, type Server, UNKNOWN_ADDRESS } from "../../records/connections/server.ts";
import { createArrivalsReader } from "../../records/imports/arrivals/arrivals.ts";
import { type Reason, reasonOf } from "../../records/imports/batches/attempt-result.ts";
import { createAimRecords } from "../../records/imports/queue/aim-records.ts";

/** Whether an import may go where its connection leads now. */
export type Aim =
  | { readonly kind: "right" }
  /**
   * The connection leads to another server than the import was reviewed for; `begun`: something of
   * it may have arrived there.
   */
  | { readonly kind: "elsewhere"; readonly meant: Server; readonly begun: boolean };

export interface Aims {
  /** Inside the transaction that claims a batch. @throws AppError "not-found" */
  check(importId: number, server: Server): Aim;
  /**
   * A person lets an import go on: where nothing of it can have gone out, it follows its connection.
   * Not one that was made for what its server holds.
   */
  follow(importId: number, server: Server): void;
}

/** The one place that decides to which server an import may be sent. */
export function createAims(db: Database): Aims {
  const aims = createAimRecords(db);
  const arrivalsOf = createArrivalsReader(db);

  function isBegun(importId: number): boolean {
    if (aims.isSending(importId)) return true;
    return aims.attempted(importId).some((id) => arrivalsOf(id).length > 0);
  }

  return {
    check(importId, server) {
      const target = aims.read(importId);
      if (target === undefined)
        throw new AppError("not-found", { params: { what: "import", id: importId } });
      if (isSameServer(target, server)) return { kind: "right" };
      const { address, accountId } = target;
      if (address === UNKNOWN_ADDRESS && accountId === server.accountId) {
        // Queued by an earlier version, which would have sent it as well.
        if (!isBegun(importId)) aims.write(importId, server);
        return { kind: "right" };
      }
      const meant = { address, accountId };
      return { kind: "elsewhere", meant, begun: isBegun(importId) || target.bound === 1 };
    },
    follow(importId, server) {
      const target = aims.read(importId);
      if (target === undefined || isSameServer(target, server)) return;
      if (target.bound === 1 || isBegun(importId)) return;
      aims.write(importId, server);
    },
  };
}

/** Why a batch of such an import does not go, and what a person can do. */
export function misdirectedReason(
  { meant, begun }: Extract<Aim, { readonly kind: "elsewhere" }>,
  server: Server,
): Reason {
  const params = { meant: serverWords(meant), now: serverWords(server) };
  return reasonOf(begun ? "reason-server-changed-begun" : "reason-server-changed", { params });
}

/** How a server is named to people. */
function serverWords({ address, accountId }: Server): string {
  return address === UNKNOWN_ADDRESS ? accountId : `${address} (${accountId})`;
}
