import { t } from "../../common/text.ts";
import { createSender } from "../../pipeline/delivery/sender/sender.ts";
import type { CliContext } from "../command.ts";
import type { CliServices } from "../services.ts";

/** How long a command waits for a retry; as long as batches go out it waits on. */
const RETRY_WAIT_MS = 30_000;

export interface SendOptions {
  /** Every waiting batch goes now, whatever its next time. */
  readonly now: boolean;
  /** Batches that this command waits for and that are still open. */
  readonly open: () => number;
  /** Called when batches may have changed. */
  readonly onChange: () => void;
}

/**
 * Sends what can be sent, or, where another program on the data folder is the one that sends,
 * waits for what comes of it. Ends early when the person interrupts; what is left stays queued.
 */
export async function send(
  context: CliContext,
  services: CliServices,
  options: SendOptions,
): Promise<void> {
  const { db, vault, host, connections, queue, log } = services;
  const { signal } = context.io;
  if (signal.aborted) return;
  const sender = createSender({
    db,
    vault,
    transport: host.transport,
    resolve: connections.resolve,
    onChange: options.onChange,
    onOutsideChange: options.onChange,
    onTrouble: (code, detail) => log.error(code, { detail }),
  });
  // A watched folder sends often: what listened for this sending listens no longer after it.
  const over = new AbortController();
  const interrupted = new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true, signal: over.signal });
  });
  sender.start();
  try {
    if (options.now) sender.sendNow();
    if (queue.summary().sender === "elsewhere") {
      context.note(t("cli:reasons.elsewhere"));
    }
    let before = openBatches(services);
    let goesOn = true;
    while (goesOn) {
      await Promise.race([sender.drain(RETRY_WAIT_MS), interrupted]);
      const left = openBatches(services);
      goesOn = !signal.aborted && options.open() > 0 && left < before;
      before = left;
    }
  } finally {
    over.abort();
    await sender.stop();
  }
}

function openBatches({ queue }: CliServices): number {
  const { queued, waiting, sending } = queue.summary().counts;
  return queued + waiting + sending;
}
