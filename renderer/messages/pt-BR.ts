import { errors, problems, words } from "../../preload/messages/pt-BR.ts";
import common from "./pt-BR/common.json" with { type: "json" };
import connections from "./pt-BR/connections.json" with { type: "json" };
import history from "./pt-BR/history.json" with { type: "json" };
import imports from "./pt-BR/import.json" with { type: "json" };
import queue from "./pt-BR/queue.json" with { type: "json" };
import settings from "./pt-BR/settings.json" with { type: "json" };

/** Brazilian Portuguese, by namespace: the window's own texts (one file a screen) and those of both processes. */
export const texts = {
  ...{ errors, problems, words },
  ...{ common, import: imports, queue, history, connections, settings },
};
