import type { z } from "zod";
import { appCalls } from "./contract/app.ts";
import { backupCalls } from "./contract/backup.ts";
import { connectionsCalls } from "./contract/connections.ts";
import { draftsCalls } from "./contract/drafts.ts";
import { historyCalls } from "./contract/history.ts";
import { mappingsCalls } from "./contract/mappings.ts";
import { queueCalls } from "./contract/queue.ts";
import { undoCalls } from "./contract/undo.ts";

/**
 * The contract between window and main process: every call once, with the schema of its input
 * and the type of its result. Types, runtime check, bridge and channel names derive from it.
 */
export const calls = {
  ...appCalls,
  ...backupCalls,
  ...connectionsCalls,
  ...draftsCalls,
  ...mappingsCalls,
  ...queueCalls,
  ...historyCalls,
  ...undoCalls,
} as const;

export type CallName = keyof typeof calls;
export type CallInput<N extends CallName> = z.input<(typeof calls)[N]["input"]>;
export type CallResult<N extends CallName> = NonNullable<(typeof calls)[N]["result"]>;

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(calls, name);
}
