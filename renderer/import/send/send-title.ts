import type { ImportDetail } from "../../../preload/types.ts";
import type { Still } from "./still.ts";

type Shown = Pick<ImportDetail, "state" | "standing" | "counts" | "trialOf" | "undone"> | undefined;

/** The keys of the page's title and of the sentence below it, where there is one. */
export interface SendTitle {
  readonly title: string;
  readonly lead: string | null;
}

/** What the page of a sent list is headed with, from its first moment to its result. */
export function sendTitle(detail: Shown, still: Still | null): SendTitle {
  if (detail?.counts.open !== 0) {
    return {
      title: detail === undefined ? "send.title.loading" : titleUnderWay(still),
      lead: still === null ? "send.lead" : "send.leadStill",
    };
  }
  if (detail.trialOf === null) return { title: titleOfResult(detail), lead: null };
  const arrived = detail.standing === "accepted" && detail.undone === null;
  return { title: arrived ? "send.title.trial" : titleOfResult(detail), lead: "send.trialLead" };
}

function titleUnderWay(still: Still | null): string {
  if (still === null) return "send.title.sending";
  const waits = still.kind === "offline" || still.kind === "waiting";
  return `send.title.${waits ? still.kind : "held"}`;
}

/** What became of an import; where only a person kept rows back, the platform refused nothing. */
function titleOfResult({ state, standing, counts, undone }: NonNullable<Shown>): string {
  if (undone !== null) return `send.title.${undone}`;
  if (standing === "accepted-fewer") return "send.title.accepted-fewer";
  const refused = counts.rowsRejected > 0;
  return `send.title.${state === "partly-accepted" && !refused ? "rest-cancelled" : state}`;
}
