import type { MessagePort } from "node:worker_threads";
import { toAppError } from "../../../../../common/errors.ts";
import type { Vault } from "../../../../../records/vault/vault.ts";
import type { FromRowThread, ToRowThread } from "../thread-messages.ts";
import { createKeptColumns } from "./kept-columns.ts";
import { lettersAlike } from "./letter-pattern.ts";
import { createScan, type Scan } from "./scan.ts";

/** Columns that were read last stay in memory, as long as the thread lives. */
const KEPT_BYTES = 64 * 1024 * 1024;

interface Running {
  readonly scan: Scan;
  /** Keeps what was read, once it was. */
  keep(): void;
}

/** The thread's side: looks at the blocks that it is given, and answers. */
export function serveScans(port: MessagePort, vault: Vault): void {
  const say = (message: FromRowThread, transfer: readonly ArrayBuffer[] = []): void =>
    port.postMessage(message, transfer);
  const running = new Map<number, Running>();
  const columns = createKeptColumns(KEPT_BYTES);

  function start({ task, list }: Extract<ToRowThread, { readonly kind: "start" }>): Running {
    const place = task.name === "find" ? null : task.place;
    const kept = place === null ? undefined : columns.get(list, place);
    const scan = createScan(vault, task, { rows: list.rows, kept });
    return {
      scan,
      keep() {
        const column = scan.read();
        if (place !== null && column !== null) columns.keep(list, place, column);
      },
    };
  }

  function finish(seq: number, { scan, keep }: Running): void {
    const head = scan.head();
    if (head !== null) say({ kind: "head", seq, rows: head });
    const value = scan.result();
    keep();
    const transfer = value !== null && ArrayBuffer.isView(value) ? [value.buffer] : [];
    say({ kind: "result", seq, value }, transfer);
  }

  function hear(message: Exclude<ToRowThread, { readonly kind: "forget" }>): void {
    const { seq } = message;
    if (message.kind === "start") {
      const started = start(message);
      running.set(seq, started);
      say({ kind: "started", seq, needsRows: started.scan.needsRows });
      return;
    }
    const asked = running.get(seq);
    // What was asked for is not wanted any more.
    if (asked === undefined) return;
    if (message.kind === "blocks") {
      const { first, sealed, corrected } = message.blocks;
      const hits = asked.scan.take({ first, opened: sealed.map(vault.openPacked), corrected });
      say({ kind: "taken", seq, hits });
      return;
    }
    running.delete(seq);
    if (message.kind === "end") finish(seq, asked);
  }

  // Whoever warms the thread may look for a text next.
  setImmediate(lettersAlike);
  port.on("message", (message: ToRowThread) => {
    if (message.kind === "forget") {
      columns.forget(message.stagingId);
      return;
    }
    try {
      hear(message);
    } catch (error) {
      running.delete(message.seq);
      say({ kind: "failed", seq: message.seq, error: toAppError(error).toData() });
    }
  });
}
