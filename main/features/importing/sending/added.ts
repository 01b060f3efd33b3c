import type { AddedAgain } from "../../../../preload/types.ts";
import { serverOf } from "../../../records/connections/server.ts";
import type { DraftKit } from "../draft-kit.ts";

const NOTHING: AddedAgain = { before: { rows: 0, sum: "0" }, inList: { rows: 0, sum: "0" } };

/**
 * What the rows of a checked draft would add a second time.
 * @throws AppError "draft-not-checked"
 */
export async function addedByDraft(
  { checked, connection, jobs }: Pick<DraftKit, "checked" | "connection" | "jobs">,
  { draftId, trialRows }: { readonly draftId: number; readonly trialRows?: number | undefined },
): Promise<AddedAgain> {
  const { draft, staging } = checked(draftId);
  const over = connection(draft);
  if (over === undefined || draft.restores !== null || !staging.fields.includes("auto_add")) {
    return NOTHING;
  }
  return await jobs.run("added-again", {
    stagingId: staging.id,
    server: serverOf(over),
    trialId: draft.trial?.importId ?? null,
    limit: trialRows ?? null,
  });
}
