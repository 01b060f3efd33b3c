import { Worker } from "node:worker_threads";
import { entryPath } from "./entries.ts";

/** Ends this process once it takes more memory than that, all of it counted. */
export function guardMemory(maxMemoryMb: number): void {
  const guard = new Worker(entryPath("memory-guard"), {
    workerData: { maxMemoryMb },
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
  });
  // Where a process may start no thread, V8's own limit holds.
  guard.on("error", () => undefined);
  guard.unref();
}
