import { errors, problems, words } from "../../preload/messages/nl.ts";
import common from "./nl/common.json" with { type: "json" };
import connections from "./nl/connections.json" with { type: "json" };
import history from "./nl/history.json" with { type: "json" };
import imports from "./nl/import.json" with { type: "json" };
import queue from "./nl/queue.json" with { type: "json" };
import settings from "./nl/settings.json" with { type: "json" };

/** Dutch, by namespace: the window's own texts (one file a screen) and those of both processes. */
export const texts = {
  ...{ errors, problems, words },
  ...{ common, import: imports, queue, history, connections, settings },
};
