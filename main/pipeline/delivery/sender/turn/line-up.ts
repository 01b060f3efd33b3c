import type { Candidate, InLine, Outbox } from "../../../../records/imports/queue/outbox.ts";
import type { Waiting } from "../choose.ts";
import type { CustomerWatch } from "./customer-watch.ts";

/** How far behind an uncertain batch the line is looked through. */
const LOOKED_THROUGH = 40;
/** Batches of which one is looked for that may go before a doubted one. */
const OTHERS = 10;

/** The batches of one connection in the order in which they may go. */
export interface LineUp {
  waiting(): Waiting & {
    /** Whether a batch is on its way. */
    isMoving(batchId: number): boolean;
  };
  /**
   * Batches that wait for a person, as of the last question: one of their customers stands in an
   * uncertain batch before them, whose rows may still have to go.
   */
  heldBack(): readonly Candidate[];
}

export function createLineUp(
  outbox: Outbox,
  customers: CustomerWatch,
  connectionId: number,
): LineUp {
  let held: readonly Candidate[] = [];

  /** The first that waits and shares no customer with what stands undecided before it. */
  function firstPastUncertain(): Candidate | null {
    const undecided: number[] = [];
    const passed: Candidate[] = [];
    let first: Candidate | null = null;
    for (const each of outbox.line(connectionId, LOOKED_THROUGH)) {
      if (each.state === "sending") continue;
      if (!isCandidate(each)) undecided.push(each.id);
      else if (customers.shares(each.id, undecided)) {
        undecided.push(each.id);
        passed.push(each);
      } else {
        first = each;
        break;
      }
    }
    held = passed;
    return first;
  }

  function firstOf(onTheirWay: number): Candidate | null {
    held = [];
    const front = outbox.front(connectionId, onTheirWay + 1);
    const [head] = front;
    if (head === undefined) return null;
    if (outbox.hasUncertain(head.importId)) return firstPastUncertain();
    return front.find(({ state }) => state !== "sending") ?? null;
  }

  return {
    waiting() {
      const moving = outbox.onTheirWay(connectionId);
      const ids = moving.map(({ id }) => id);
      const onTheirWay = moving.filter((each) => each.connectionId === connectionId).length;
      const first = firstOf(onTheirWay);
      return {
        first,
        onTheirWay,
        isMoving: (batchId) => ids.includes(batchId),
        isApart: ({ id }) => customers.isApart(id, ids),
        another: (candidate) =>
          outbox
            .others(connectionId, candidate, OTHERS)
            .find(({ id }) => !customers.shares(id, [candidate.id])) ?? null,
      };
    },
    heldBack: () => held,
  };
}

function isCandidate(each: InLine): each is Candidate {
  return each.state !== "uncertain";
}
