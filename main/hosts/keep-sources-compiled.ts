import { enableCompileCache } from "node:module";
import { join } from "node:path";

/**
 * Where the TypeScript sources themselves run: keeps what Node makes of them (types taken out,
 * compiled) for the next start, which takes half the time then; for the processes and threads that
 * this one starts too. To be called before the rest of the program is imported. Where the folder
 * cannot be written, nothing is kept.
 */
export function keepSourcesCompiled(): void {
  if (!import.meta.filename.endsWith(".ts")) return;
  const folder = join(import.meta.dirname, "../../node_modules/.cache/loyalty-importer");
  process.env.NODE_COMPILE_CACHE ??= folder;
  enableCompileCache(process.env.NODE_COMPILE_CACHE);
}
