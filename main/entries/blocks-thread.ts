import { parentPort, workerData } from "node:worker_threads";
import { serveOpening } from "../features/importing/review/view/scan/block-opener.ts";
import { createVault } from "../records/vault/vault.ts";

/** Entry of the thread that opens sealed rows for the one that looks through them. */
if (parentPort !== null) {
  const { key } = workerData as { readonly key: Uint8Array };
  serveOpening(parentPort, createVault(key));
}
