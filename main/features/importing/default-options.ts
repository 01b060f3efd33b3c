import type { Connection, ImportOptions } from "../../../preload/types.ts";
import { REPEAT_FIELDS, repeatPolicy } from "../../pipeline/validation/repeat-fields.ts";

/** What a draft starts with where a list goes over this connection. */
export function defaultOptions(connection: Connection | undefined): ImportOptions {
  return {
    connectionId: connection?.id ?? null,
    campaigns: connection?.settings.campaigns ?? [],
    duplicates: connection?.settings.duplicates ?? "update",
    generateCardNumbers: null,
    keepUndoState: connection?.settings.keepUndoState ?? true,
    repeatedRows: "keep-all",
  };
}

/** Another connection brings its own campaigns, unless the person chose some with it. */
export function withConnection(
  before: ImportOptions,
  after: ImportOptions,
  connection: Connection | undefined,
): ImportOptions {
  const sameCampaigns = before.campaigns.join() === after.campaigns.join();
  if (before.connectionId === after.connectionId || !sameCampaigns) return after;
  return { ...after, campaigns: connection?.settings.campaigns ?? [] };
}

/** Whether a check made with the one options finds the same with the others. */
export function checkAlike(before: ImportOptions, after: ImportOptions): boolean {
  const since = (of: ImportOptions) => (of.onlyChanged === true ? of.connectionId : null);
  return (
    REPEAT_FIELDS.every((field) => repeatPolicy(field, before) === repeatPolicy(field, after)) &&
    JSON.stringify(before.conditions ?? []) === JSON.stringify(after.conditions ?? []) &&
    before.generateCardNumbers === after.generateCardNumbers &&
    since(before) === since(after)
  );
}
