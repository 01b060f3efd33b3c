/** Every state of an import, in the order in which they are offered. */
export const importStates = [
  "queued",
  "sending",
  "accepted",
  "partly-accepted",
  "rejected",
  "uncertain",
  "cancelled",
] as const;
