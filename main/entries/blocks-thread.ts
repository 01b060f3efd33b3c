import { parentPort, workerData } from "node:worker_threads";
import { serveOpening } from "../features/importing/review/view/scan/block-opener.ts";
import type {
  ReadyMessage,
  RowThreadData,
} from "../features/importing/review/view/thread-messages.ts";
import { createVault } from "../records/vault/vault.ts";

/** Entry of the thread that opens sealed rows for the one that looks through them. */
if (parentPort !== null) {
  const { key, port } = workerData as RowThreadData;
  serveOpening(port, createVault(key));
  const ready: ReadyMessage = { kind: "ready" };
  const own = parentPort;
  setImmediate(() => own.postMessage(ready));
}
