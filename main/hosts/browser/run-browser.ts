import { setTimeout as wait } from "node:timers/promises";
import { endOnSignals } from "../node/end-on-signals.ts";
import type { StartOptions } from "../window/start-options.ts";
import { openOnDesktop } from "./open-address.ts";
import { type Loopback, type LoopbackParts, startLoopback } from "./server.ts";

/** A browser that has not asked for its page by then will not. */
const TELL_MS = 10_000;

/**
 * Opens the window in the default browser and serves it until the process is told to end. The
 * address is the one line on standard output. The browser starts while the program is still read
 * and the data opened; its page waits for them, and tells what is wrong where they fail.
 * @throws AppError address-unavailable, or as `openParts`
 */
export async function runBrowser(options: StartOptions): Promise<void> {
  const opening = Promise.withResolvers<LoopbackParts>();
  const loopback = await startLoopback(opening.promise, options.port);
  endOnSignals(() => close(loopback, opening.promise));
  process.stdout.write(`${loopback.url}\n`);
  if (options.open) await show(loopback);
  try {
    const { openParts } = await import("./open-parts.ts");
    opening.resolve(await openParts(options));
  } catch (error) {
    opening.reject(error);
    if (options.open) await Promise.race([loopback.failureTold, wait(TELL_MS)]);
    throw error;
  }
}

/** In order, whatever of it is there: the signal may come before the services. */
async function close(loopback: Loopback, opening: Promise<LoopbackParts>): Promise<void> {
  const parts = await opening.catch(() => null);
  await loopback.close();
  await parts?.app.close();
}

async function show(loopback: Loopback): Promise<void> {
  if (await openOnDesktop(loopback.url)) return;
  process.stderr.write("No browser could be started; open the address above in one.\n");
}
