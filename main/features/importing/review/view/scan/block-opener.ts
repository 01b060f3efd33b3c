import { isMarkedAsUntransferable, type MessagePort } from "node:worker_threads";
import type { ErrorData } from "../../../../../../preload/errors.ts";
import { fromErrorData, toAppError } from "../../../../../common/errors.ts";
import type { Vault } from "../../../../../records/vault/vault.ts";
import type { Blocks, OpenBlocks } from "../thread-messages.ts";

interface ToOpen {
  readonly id: number;
  readonly sealed: readonly Uint8Array[];
}

interface Opened {
  readonly id: number;
  readonly answer: readonly Uint8Array[] | ErrorData;
}

/** Opens sealed rows, in the order in which it is asked. */
export interface BlockOpener {
  /** @throws AppError "sealed-data-unreadable" */
  open(blocks: Blocks): Promise<OpenBlocks>;
}

/**
 * Has them opened by the thread at the port's other end, ahead of the one that looks through them: to
 * decrypt and to decompress takes as long as to look.
 */
export function createBlockOpener(port: MessagePort): BlockOpener {
  const waiting = new Map<number, (answer: Opened["answer"]) => void>();
  let last = 0;
  port.on("message", ({ id, answer }: Opened) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  });
  return {
    async open({ first, sealed, corrected }) {
      if (sealed.length === 0) return { first, opened: [], corrected };
      last += 1;
      const { promise, resolve } = Promise.withResolvers<Opened["answer"]>();
      waiting.set(last, resolve);
      const question: ToOpen = { id: last, sealed };
      port.postMessage(question);
      const answer = await promise;
      if ("code" in answer) throw fromErrorData(answer);
      return { first, opened: answer.map(bufferOf), corrected };
    },
  };
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** The thread's side. */
export function serveOpening(port: MessagePort, vault: Vault): void {
  port.on("message", ({ id, sealed }: ToOpen) => {
    const answer = open(vault, sealed);
    // Small texts share their memory with others.
    const buffers = "code" in answer ? [] : answer.map(({ buffer }) => buffer as ArrayBuffer);
    const own = buffers.filter((buffer) => !isMarkedAsUntransferable(buffer));
    const message: Opened = { id, answer };
    port.postMessage(message, own);
  });
}

function open(vault: Vault, sealed: readonly Uint8Array[]): Opened["answer"] {
  try {
    return sealed.map(vault.openPacked);
  } catch (error) {
    return toAppError(error).toData();
  }
}
