import { setTimeout as wait } from "node:timers/promises";
import { rendererDir } from "../../common/host/entries.ts";
import { speak } from "../../common/text.ts";
import { languageOf } from "../../records/settings.ts";
import { endOnSignals } from "../node/end-on-signals.ts";
import { readKeptSettings } from "../window/kept-settings.ts";
import { openingSettings } from "../window/opening-settings.ts";
import type { StartOptions } from "../window/start-options.ts";
import { openWindowFiles, type WindowFiles } from "../window/window-files.ts";
import { openOnDesktop } from "./open-address.ts";
import { type Loopback, type LoopbackParts, startLoopback } from "./server.ts";

/** A browser that has not asked for its page by then will not. */
const TELL_MS = 10_000;

/**
 * Milliseconds after which the data is opened though no page has asked for any. A browser that has to
 * start first takes some seconds on a small computer: opened meanwhile, the data would hold up both the
 * browser and the answer to its first request.
 */
const OPENED_LATEST = 5000;

/**
 * Opens the window in the default browser and serves it until the process is told to end. The
 * address is the one line on standard output. The page is handed out with the settings that it was
 * drawn with last; the program behind it is read and the data opened once it asks for something, as
 * both would hold up its browser on a small computer. Where no such settings are kept, it waits for
 * the data. It tells what is wrong where the data cannot be opened.
 * @throws AppError address-unavailable | window-not-built, or as `openParts`
 */
export async function runBrowser(options: StartOptions): Promise<void> {
  const kept = readKeptSettings(options.dataDir);
  const asked = Promise.withResolvers<void>();
  const files = Promise.withResolvers<WindowFiles>();
  const opened = Promise.withResolvers<LoopbackParts>();
  // Whoever waits for it hears; and this start says why there is none.
  opened.promise.catch(() => undefined);
  let isUnderWay = true;
  let isAsked = options.open;
  const open = () => {
    isAsked = true;
    asked.resolve();
    return opened.promise;
  };
  const settings = async () =>
    isUnderWay && kept !== null ? kept : openingSettings((await open()).app);
  const serve = () => {
    const window = openWindowFiles(rendererDir(), settings);
    files.resolve(window);
    void window.readAhead();
  };

  const loopback = await startLoopback(files.promise, open, options.port);
  endOnSignals(() => close(loopback, open));
  process.stdout.write(`${loopback.url}\n`);
  if (options.open) await show(loopback);
  try {
    if (kept !== null) {
      // Whose numbers files follow is asked with the data: the system takes a while to say so.
      await speak(languageOf(kept));
      serve();
      await Promise.race([asked.promise, wait(OPENED_LATEST)]);
    }
    const { openParts } = await import("./open-parts.ts");
    opened.resolve(await openParts(options));
    isUnderWay = false;
    if (kept === null) serve();
  } catch (error) {
    isUnderWay = false;
    opened.reject(error);
    files.reject(error);
    if (isAsked) await Promise.race([loopback.failureTold, wait(TELL_MS)]);
    throw error;
  }
}

/** In order, whatever of it is there: the signal may come before the services. */
async function close(loopback: Loopback, open: () => Promise<LoopbackParts>): Promise<void> {
  const parts = await open().catch(() => null);
  await loopback.close();
  await parts?.app.close();
}

async function show(loopback: Loopback): Promise<void> {
  if (await openOnDesktop(loopback.url)) return;
  process.stderr.write("No browser could be started; open the address above in one.\n");
}
