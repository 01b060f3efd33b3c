import type { Page } from "playwright-core";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly tid: number;
  readonly ts: number;
  /** Microseconds of processor time; where the system tells it. */
  readonly tdur?: number;
}

/**
 * Watches how much processor time each task of the page takes: what a task lasts on a machine
 * that does nothing else beside it. Gives the longest in milliseconds.
 */
export async function watchTasks(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => {
    for (const event of value) events.push(event as unknown as TraceEvent);
  });
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: {
      includedCategories: ["toplevel", "devtools.timeline.frame", "devtools.timeline"],
    },
  });
  return async () => {
    const complete = new Promise((done) => session.once("Tracing.tracingComplete", done));
    await session.send("Tracing.end");
    await complete;
    await session.detach();
    const page = events.find(({ name }) => name === "FireAnimationFrame")?.tid;
    const tasks = events.filter(
      ({ name, ph, tid }) => ph === "X" && tid === page && name.endsWith("RunTask"),
    );
    return tasks.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur / 1000), 0);
  };
}
