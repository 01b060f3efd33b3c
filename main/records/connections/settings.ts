import { DEFAULT_CONNECTION_SETTINGS } from "../../../preload/connection-settings.ts";
import { connectionSettingsSchema } from "../../../preload/contract/shapes.ts";
import type { ConnectionSettings } from "../../../preload/types.ts";

/** Settings as kept in the database; a part that an older version did not know has its default. */
export function parseSettings(json: string): ConnectionSettings {
  const kept: unknown = JSON.parse(json);
  const merged = { ...DEFAULT_CONNECTION_SETTINGS, ...(isRecord(kept) ? kept : {}) };
  return connectionSettingsSchema.parse(merged);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
