import { parentPort } from "node:worker_threads";
import { toAppError } from "../errors.ts";
import { openSource } from "./open.ts";
import type { ListSource } from "./source.ts";
import type { FromThread, ToThread } from "./thread/messages.ts";
import { packRows } from "./thread/packed-rows.ts";

/** Chunks sent and not yet taken: memory holds these and no more. */
const IN_FLIGHT = 16;

/**
 * Entry of the thread that reads a list's sheet while the thread that started it maps and checks
 * the rows before. Answers one "open" and one "rows".
 */
function serve(port: NonNullable<typeof parentPort>): void {
  const say = (message: FromThread, transfer: ArrayBuffer[] = []): void =>
    port.postMessage(message, transfer);
  let source: Promise<ListSource> | null = null;
  let inFlight = 0;
  let wake: () => void = () => undefined;

  async function send(opened: Promise<ListSource>, sheet: string): Promise<void> {
    const list = await opened;
    for await (const rows of list.rows(sheet)) {
      const packed = packRows(rows);
      inFlight += 1;
      say({ kind: "rows", ...packed }, [packed.numbers.buffer]);
      if (inFlight >= IN_FLIGHT) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
    const notices = list.notices(sheet);
    await list.close();
    say({ kind: "end", notices });
  }

  port.on("message", (message: ToThread) => {
    switch (message.kind) {
      case "open":
        source = openSource(message.file.path, message.file);
        // What fails is told when rows are asked for.
        source.then((list) => list.prepare?.()).catch(() => undefined);
        break;
      case "rows":
        send(source ?? Promise.reject(new Error("not open")), message.sheet).catch((error) =>
          say({ kind: "failed", error: toAppError(error).toData() }),
        );
        break;
      case "next":
        inFlight -= message.taken;
        wake();
        break;
    }
  });
  say({ kind: "ready" });
}

if (parentPort !== null) serve(parentPort);
