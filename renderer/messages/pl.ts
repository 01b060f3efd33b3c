import { errors, problems, words } from "../../preload/messages/pl.ts";
import common from "./pl/common.json" with { type: "json" };
import connections from "./pl/connections.json" with { type: "json" };
import history from "./pl/history.json" with { type: "json" };
import imports from "./pl/import.json" with { type: "json" };
import queue from "./pl/queue.json" with { type: "json" };
import settings from "./pl/settings.json" with { type: "json" };

/** Polish, by namespace: the window's own texts (one file a screen) and those of both processes. */
export const texts = {
  ...{ errors, problems, words },
  ...{ common, import: imports, queue, history, connections, settings },
};
