import { connectionSettingsSchema } from "../../preload/contract/shapes.ts";
import type { ConnectionSettings } from "../../preload/types.ts";

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

/** Settings as kept in the database; a part that an older version did not know has its default. */
export function parseSettings(json: string): ConnectionSettings {
  const kept: unknown = JSON.parse(json);
  const merged = { ...DEFAULT_CONNECTION_SETTINGS, ...(isRecord(kept) ? kept : {}) };
  return connectionSettingsSchema.parse(merged);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
