import { createApp } from "../../app/app.ts";
import { rendererDir } from "../../common/host/entries.ts";
import { openFiles } from "../window/open-files.ts";
import { openingSettings } from "../window/opening-settings.ts";
import type { StartOptions } from "../window/start-options.ts";
import { openUploads } from "../window/uploads.ts";
import { openWindowFiles } from "../window/window-files.ts";
import { createBrowserHost } from "./browser-host.ts";
import { createDownloads } from "./downloads.ts";
import { createEventStream } from "./event-stream.ts";
import type { LoopbackParts } from "./server.ts";

/**
 * What the loopback host serves: the window's files over the services of a data folder, in which
 * the files handed to the program are drafts already.
 * @throws AppError window-not-built, or as `createApp`
 */
export async function openParts(
  options: Pick<StartOptions, "dataDir" | "files">,
): Promise<LoopbackParts> {
  const events = createEventStream();
  const downloads = createDownloads();
  const host = createBrowserHost(options.dataDir, events, downloads);
  const app = await createApp(host, { dataDir: options.dataDir });
  const files = openWindowFiles(rendererDir(), () => openingSettings(app));
  const uploads = await openUploads(options.dataDir);
  await openFiles(app, host, options.files);
  return { app, files, events, downloads, uploads };
}
