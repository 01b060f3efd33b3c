import { errors, problems, words } from "../../preload/messages/fr.ts";
import common from "./fr/common.json" with { type: "json" };
import connections from "./fr/connections.json" with { type: "json" };
import history from "./fr/history.json" with { type: "json" };
import imports from "./fr/import.json" with { type: "json" };
import queue from "./fr/queue.json" with { type: "json" };
import settings from "./fr/settings.json" with { type: "json" };

/** French, by namespace: the window's own texts (one file a screen) and those of both processes. */
export const texts = {
  ...{ errors, problems, words },
  ...{ common, import: imports, queue, history, connections, settings },
};
