import type { Options } from "../command.ts";

/** What every command takes, before or after its own words. */
export const GLOBAL_OPTIONS = {
  "data-dir": { type: "string", value: "DIR" },
  json: { type: "boolean" },
  quiet: { type: "boolean" },
  verbose: { type: "boolean" },
  help: { type: "boolean" },
  version: { type: "boolean" },
} as const satisfies Options;
