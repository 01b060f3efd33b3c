import type { MessagePort } from "node:worker_threads";
import { toAppError } from "../../../../common/errors.ts";
import type { Vault } from "../../../../records/vault/vault.ts";
import { createScan, type Scan } from "./scan.ts";
import type { FromRowThread, ToRowThread } from "./thread-messages.ts";

/** The thread's side: looks at the blocks that it is given, and answers. */
export function serveScans(port: MessagePort, vault: Vault): void {
  const say = (message: FromRowThread): void => port.postMessage(message);
  const scans = new Map<number, Scan>();

  function hear(message: ToRowThread): void {
    const { seq } = message;
    if (message.kind === "start") {
      scans.set(seq, createScan(vault, message.task, message.rows));
      return;
    }
    const scan = scans.get(seq);
    // What was asked for is not wanted any more.
    if (scan === undefined) return;
    if (message.kind === "blocks") {
      say({ kind: "taken", seq, hits: scan.take(message.blocks) });
      return;
    }
    scans.delete(seq);
    if (message.kind === "drop") return;
    const head = scan.head();
    if (head !== null) say({ kind: "head", seq, rows: head });
    say({ kind: "result", seq, value: scan.result() });
  }

  port.on("message", (message: ToRowThread) => {
    try {
      hear(message);
    } catch (error) {
      scans.delete(message.seq);
      say({ kind: "failed", seq: message.seq, error: toAppError(error).toData() });
    }
  });
}
