import type { CreateApp } from "../app-port.ts";
import { endOnSignals } from "../end-on-signals.ts";
import { rendererDir } from "../entries.ts";
import { openFiles } from "../open-files.ts";
import { openingSettings } from "../opening-settings.ts";
import type { StartOptions } from "../start-options.ts";
import { openUploads } from "../uploads.ts";
import { openWindowFiles } from "../window-files.ts";
import { createBrowserHost } from "./browser-host.ts";
import { createDownloads } from "./downloads.ts";
import { createEventStream } from "./event-stream.ts";
import { openOnDesktop } from "./open-address.ts";
import { type Loopback, startLoopback } from "./server.ts";

/**
 * Opens the window in the default browser and serves it until the process is told to end.
 * The address is the one line on standard output.
 */
export async function runBrowser(options: StartOptions, createApp: CreateApp): Promise<void> {
  const events = createEventStream();
  const downloads = createDownloads();
  const host = createBrowserHost(options.dataDir, events, downloads);
  const app = await createApp(host, { dataDir: options.dataDir });
  const files = openWindowFiles(rendererDir(), () => openingSettings(app));
  const uploads = await openUploads(options.dataDir);
  const loopback = await startLoopback({ app, files, events, downloads, uploads }, options.port);

  endOnSignals(async () => {
    await loopback.close();
    await app.close();
  });
  process.stdout.write(`${loopback.url}\n`);
  await openFiles(app, host, options.files);
  if (options.open) await show(loopback);
}

async function show(loopback: Loopback): Promise<void> {
  if (await openOnDesktop(loopback.url)) return;
  process.stderr.write("No browser could be started; open the address above in one.\n");
}
