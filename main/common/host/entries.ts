import { basename, dirname, join } from "node:path";

/** Programs of ours that run in a process or a thread of their own. */
export const ENTRIES = [
  "staging",
  "look-process",
  "sheetjs-process",
  "reader-thread",
  "rows-thread",
  "blocks-thread",
  "memory-guard",
] as const;

export type Entry = (typeof ENTRIES)[number];

/**
 * The file of an entry: `main/entries/<entry>.ts` while the sources run, `out/main/<entry>.js` in the
 * built program (whose shared chunks lie one folder deeper).
 */
export function entryPath(entry: Entry, self: string = import.meta.filename): string {
  if (self.endsWith(".ts")) return join(dirname(self), "..", "..", "entries", `${entry}.ts`);
  return join(builtDir(self), `${entry}.js`);
}

/** `out/main`, from any file in it. */
function builtDir(self: string): string {
  const dir = dirname(self);
  return basename(dir) === "chunks" ? dirname(dir) : dir;
}

/** `out/renderer`: the built window. The sources use the built one too. */
export function rendererDir(self: string = import.meta.filename): string {
  return self.endsWith(".ts")
    ? join(dirname(self), "..", "..", "..", "out", "renderer")
    : join(builtDir(self), "..", "renderer");
}

/** The built preload script. */
export function preloadPath(self?: string): string {
  return join(rendererDir(self), "..", "preload", "index.cjs");
}
