import type { MessagePort } from "node:worker_threads";
import { toAppError } from "../../../../../common/errors.ts";
import type { Vault } from "../../../../../records/vault/vault.ts";
import type { FromRowThread, ToRowThread } from "../thread-messages.ts";
import type { BlockOpener } from "./block-opener.ts";
import { createKeptColumns } from "./kept-columns.ts";
import { lettersAlike } from "./letter-pattern.ts";
import { createScan, type Scan } from "./scan.ts";

/** Columns that were read last stay in memory, as long as the thread lives. */
const KEPT_BYTES = 64 * 1024 * 1024;

interface Running {
  readonly scan: Scan;
  /** What it is asked comes one after the other, though blocks are opened ahead. */
  last: Promise<void>;
  /** Keeps what was read, once it was. */
  keep(): void;
}

/** The thread's side: looks at the blocks that it is given, and answers. */
export function serveScans(port: MessagePort, vault: Vault, opener: BlockOpener): void {
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
      last: Promise.resolve(),
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

  function fail(seq: number, error: unknown): void {
    if (!running.delete(seq)) return;
    say({ kind: "failed", seq, error: toAppError(error).toData() });
  }

  /** Does it after all that was asked before, unless it is not wanted any more by then. */
  function later(seq: number, what: (asked: Running) => Promise<void> | void): void {
    const asked = running.get(seq);
    if (asked === undefined) return;
    asked.last = asked.last
      .then(async () => {
        if (running.has(seq)) await what(asked);
      })
      .catch((error: unknown) => fail(seq, error));
  }

  function hear(message: Exclude<ToRowThread, { readonly kind: "forget" }>): void {
    const { seq } = message;
    if (message.kind !== "start" && !running.has(seq)) return;
    switch (message.kind) {
      case "start": {
        const started = start(message);
        running.set(seq, started);
        say({ kind: "started", seq, needsRows: started.scan.needsRows });
        return;
      }
      case "blocks": {
        const opened = opener.open(message.blocks);
        // Told where it is waited for.
        opened.catch(() => undefined);
        later(seq, async ({ scan }) => {
          const hits = scan.take(await opened);
          if (running.has(seq)) say({ kind: "taken", seq, hits });
        });
        return;
      }
      case "end":
        later(seq, (asked) => {
          finish(seq, asked);
          running.delete(seq);
        });
        return;
      case "drop":
        running.delete(seq);
    }
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
      say({ kind: "failed", seq: message.seq, error: toAppError(error).toData() });
    }
  });
}
