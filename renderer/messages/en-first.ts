import common from "./en/common.json" with { type: "json" };
import imports from "./en/import.json" with { type: "json" };

/** What the first screen says until it has been answered anything: it is read before that screen is drawn. */
export const texts = { common, import: imports };
