import { createApp } from "../../app/app.ts";
import { hearing } from "../window/hearing.ts";
import { keepSettings } from "../window/kept-settings.ts";
import { openFiles } from "../window/open-files.ts";
import { openingSettings } from "../window/opening-settings.ts";
import type { StartOptions } from "../window/start-options.ts";
import { openUploads } from "../window/uploads.ts";
import { createBrowserHost } from "./browser-host.ts";
import { createDownloads } from "./downloads.ts";
import { createEventStream } from "./event-stream.ts";
import type { LoopbackParts } from "./server.ts";

/**
 * What stands behind the window's files: the services of a data folder, in which the files handed
 * to the program are drafts already.
 * @throws AppError as `createApp`
 */
export async function openParts({
  dataDir,
  files,
}: Pick<StartOptions, "dataDir" | "files">): Promise<LoopbackParts> {
  const events = createEventStream();
  const downloads = createDownloads();
  // What the page of the next start is drawn with.
  const keep = () => void openingSettings(app).then((settings) => keepSettings(dataDir, settings));
  const listeners = { settings: keep, restored: keep };
  const host = hearing(createBrowserHost(dataDir, events, downloads), listeners);
  const app = await createApp(host, { dataDir });
  keep();
  const uploads = await openUploads(dataDir);
  await openFiles(app, host, files);
  return { app, events, downloads, uploads };
}
