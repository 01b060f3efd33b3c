import type { ConnectionSettings } from "./types.ts";

/** Batches on their way over one connection, as many as a person may allow. */
export const MOST_AT_ONCE = 4;

/** What a new connection starts with; the sides chosen are those of the documentation's table. */
export const DEFAULT_CONNECTION_SETTINGS: ConnectionSettings = {
  output: "json",
  campaigns: [],
  duplicates: "update",
  keepUndoState: true,
  batchRows: 500,
  batchBytes: 1024 * 1024,
  compatibility: {
    dataParameter: "profiles_data",
    campaignSeparator: ",",
    keyParameter: "user_api_key",
    lineBreak: "\n",
  },
  customFields: {},
};
