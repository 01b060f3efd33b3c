import { writeSync } from "node:fs";

/** Loaded into a measured process (`--import`): tells its peak memory where `BENCH_PEAK_FD` says. */
process.on("exit", () => {
  const fd = Number(process.env.BENCH_PEAK_FD);
  writeSync(fd, String(process.resourceUsage().maxRSS / 1024));
});
