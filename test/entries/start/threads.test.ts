import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { MessageChannel, Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { buildIfStale } from "../../../main/entries/start/build.ts";
import { ROOT } from "../../../main/entries/start/root.ts";

/** Where one cannot start, its work is done without it, and slower: nobody would notice. */
test.each(["reader-thread", "rows-thread", "blocks-thread"])(
  "the %s of the built program starts",
  async (entry) => {
    await buildIfStale();
    const { port1, port2 } = new MessageChannel();
    const worker = new Worker(join(ROOT, "out", "main", `${entry}.js`), {
      workerData: entry === "reader-thread" ? null : { key: randomBytes(32), port: port2 },
      transferList: entry === "reader-thread" ? [] : [port2],
    });
    try {
      worker.postMessage({ kind: "open", file: { path: import.meta.filename } });
      expect(await once(worker, "message")).toMatchObject([{ kind: "ready" }]);
    } finally {
      port1.close();
      await worker.terminate();
    }
  },
);
