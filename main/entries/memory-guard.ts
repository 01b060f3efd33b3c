import { isMainThread, workerData } from "node:worker_threads";

/**
 * Entry of a thread that ends its process as soon as that takes more memory than it may. V8's own
 * limit counts its heap alone, and buffers lie outside of it; and a process that parses a file
 * without a pause hears no word from another one.
 */
const LOOK_EVERY_MS = 20;
const MIB = 1024 * 1024;

if (!isMainThread) {
  const { maxMemoryMb } = workerData as { readonly maxMemoryMb: number };
  setInterval(() => {
    if (process.memoryUsage.rss() > maxMemoryMb * MIB) process.kill(process.pid, "SIGKILL");
  }, LOOK_EVERY_MS);
}
