import { join } from "node:path";

/** The repository's folder: this program only runs from its sources. */
export const ROOT = join(import.meta.dirname, "..", "..", "..");
