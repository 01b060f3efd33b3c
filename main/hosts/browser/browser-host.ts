import { AppError } from "../../common/errors.ts";
import type { Host } from "../../common/host/host.ts";
import { createNodeTransport } from "../../pipeline/api/transport/node-transport.ts";
import { createKeyFileSecrets } from "../node/key-file.ts";
import { nodeFork } from "../node/node-fork.ts";
import type { Downloads } from "./downloads.ts";
import type { EventStream } from "./event-stream.ts";
import { openOnDesktop } from "./open-address.ts";

/** The window in the user's own browser, the services in this Node process. */
export function createBrowserHost(
  dataDir: string,
  events: EventStream,
  downloads: Downloads,
): Host {
  return {
    kind: "browser",
    secrets: createKeyFileSecrets(dataDir),
    transport: createNodeTransport(),
    fork: nodeFork,
    async saveFile(path, fileName) {
      return { fileName, saved: false, downloadPath: downloads.add(path, fileName) };
    },
    // The page tells it itself; a browser shows notifications only after asking for the right to.
    notify: () => undefined,
    async openFolder(path) {
      if (!(await openOnDesktop(path)))
        throw new AppError("folder-not-opened", { params: { path } });
    },
    emit: events.emit,
  };
}
