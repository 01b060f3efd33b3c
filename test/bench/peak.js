import { writeSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

/**
 * Loaded into a measured process (`--import`): tells its peak memory where `BENCH_PEAK_FD` says.
 * Threads of the process load it too. JavaScript, for nothing to be taken out of it in each.
 */
if (isMainThread) {
  process.on("exit", () => {
    const fd = Number(process.env.BENCH_PEAK_FD);
    writeSync(fd, String(process.resourceUsage().maxRSS / 1024));
  });
}
