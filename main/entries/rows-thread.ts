import { parentPort, workerData } from "node:worker_threads";
import { serveScans } from "../features/importing/review/view/scan/serve-scans.ts";
import { createVault } from "../records/vault/vault.ts";

/** Entry of the thread that finds and orders the rows of a checked list for the review. */
if (parentPort !== null) {
  const { key } = workerData as { readonly key: Uint8Array };
  serveScans(parentPort, createVault(key));
}
