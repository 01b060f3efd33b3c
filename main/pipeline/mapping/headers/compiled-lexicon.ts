import type { PackedLexicon } from "./packed-lexicon.ts";

/**
 * The lexicon as the build has made it of the dictionaries (`electron.vite.config.ts`), which puts it
 * in this file's place. Null where the sources run: they make it themselves.
 */
export const compiled: (() => PackedLexicon) | null = null;
