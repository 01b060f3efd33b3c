import { errors, problems, words } from "../../preload/messages/en.ts";
import common from "./en/common.json" with { type: "json" };
import connections from "./en/connections.json" with { type: "json" };
import history from "./en/history.json" with { type: "json" };
import imports from "./en/import.json" with { type: "json" };
import queue from "./en/queue.json" with { type: "json" };
import settings from "./en/settings.json" with { type: "json" };

/** English, by namespace: the window's own texts (one file a screen) and those of both processes. */
export const texts = {
  ...{ errors, problems, words },
  ...{ common, import: imports, queue, history, connections, settings },
};
