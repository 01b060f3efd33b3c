import { errors, problems, words } from "../../preload/messages/de.ts";
import common from "./de/common.json" with { type: "json" };
import connections from "./de/connections.json" with { type: "json" };
import history from "./de/history.json" with { type: "json" };
import imports from "./de/import.json" with { type: "json" };
import queue from "./de/queue.json" with { type: "json" };
import settings from "./de/settings.json" with { type: "json" };

/** German, by namespace: the window's own texts (one file a screen) and those of both processes. */
export const texts = {
  ...{ errors, problems, words },
  ...{ common, import: imports, queue, history, connections, settings },
};
