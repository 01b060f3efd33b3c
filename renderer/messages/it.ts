import { errors, problems, words } from "../../preload/messages/it.ts";
import common from "./it/common.json" with { type: "json" };
import connections from "./it/connections.json" with { type: "json" };
import history from "./it/history.json" with { type: "json" };
import imports from "./it/import.json" with { type: "json" };
import queue from "./it/queue.json" with { type: "json" };
import settings from "./it/settings.json" with { type: "json" };

/** Italian, by namespace: the window's own texts (one file a screen) and those of both processes. */
export const texts = {
  ...{ errors, problems, words },
  ...{ common, import: imports, queue, history, connections, settings },
};
