import { errors, problems, words } from "../../preload/messages/es.ts";
import common from "./es/common.json" with { type: "json" };
import connections from "./es/connections.json" with { type: "json" };
import history from "./es/history.json" with { type: "json" };
import imports from "./es/import.json" with { type: "json" };
import queue from "./es/queue.json" with { type: "json" };
import settings from "./es/settings.json" with { type: "json" };

/** Spanish, by namespace: the window's own texts (one file a screen) and those of both processes. */
export const texts = {
  ...{ errors, problems, words },
  ...{ common, import: imports, queue, history, connections, settings },
};
