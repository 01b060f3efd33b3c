import enCommon from "./en/common.json" with { type: "json" };
import enConnections from "./en/connections.json" with { type: "json" };
import enHistory from "./en/history.json" with { type: "json" };
import enImport from "./en/import.json" with { type: "json" };
import enQueue from "./en/queue.json" with { type: "json" };
import enSettings from "./en/settings.json" with { type: "json" };
import esCommon from "./es/common.json" with { type: "json" };
import esConnections from "./es/connections.json" with { type: "json" };
import esHistory from "./es/history.json" with { type: "json" };
import esImport from "./es/import.json" with { type: "json" };
import esQueue from "./es/queue.json" with { type: "json" };
import esSettings from "./es/settings.json" with { type: "json" };

/** The window's texts: one file a screen and language, the file's name being the namespace. */
export const messages = {
  en: {
    common: enCommon,
    import: enImport,
    queue: enQueue,
    history: enHistory,
    connections: enConnections,
    settings: enSettings,
  },
  es: {
    common: esCommon,
    import: esImport,
    queue: esQueue,
    history: esHistory,
    connections: esConnections,
    settings: esSettings,
  },
} as const;
