import { parentPort, workerData } from "node:worker_threads";
import { createBlockOpener } from "../features/importing/review/view/scan/block-opener.ts";
import { serveScans } from "../features/importing/review/view/scan/serve-scans.ts";
import type {
  ReadyMessage,
  RowThreadData,
} from "../features/importing/review/view/thread-messages.ts";
import { createVault } from "../records/vault/vault.ts";

/** Entry of the thread that finds and orders the rows of a checked list for the review. */
if (parentPort !== null) {
  const { key, port } = workerData as RowThreadData;
  serveScans(parentPort, createVault(key), createBlockOpener(port));
  const ready: ReadyMessage = { kind: "ready" };
  const own = parentPort;
  setImmediate(() => own.postMessage(ready));
}
