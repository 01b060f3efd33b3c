import type { CDPSession, Page } from "playwright-core";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** Microseconds by the clock. */
  readonly dur?: number;
  /** Microseconds of processor time; where the system tells it. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** One task of the page, in milliseconds. */
export interface Task {
  readonly clock: number;
  /** What it lasts on a machine that does nothing else beside it. */
  readonly processor: number;
  /** Where its time by the clock went, the largest part first; nothing unless asked for. */
  readonly parts: readonly (readonly [name: string, ms: number])[];
}

const TASKS = ["toplevel", "devtools.timeline.frame"];
const PARTS = ["devtools.timeline", "v8"];

/**
 * Watches the tasks of the page's main thread, as the engine itself traces them.
 * @param withParts what each task did as well, for which the engine takes some time of its own
 */
export async function watchTasks(
  page: Page,
  withParts: boolean,
): Promise<() => Promise<readonly Task[]>> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => {
    for (const event of value) events.push(event as unknown as TraceEvent);
  });
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: withParts ? [...TASKS, ...PARTS] : TASKS },
  });
  return async () => {
    await endTrace(session);
    return tasksOf(events);
  };
}

async function endTrace(session: CDPSession): Promise<void> {
  const complete = new Promise((done) => session.once("Tracing.tracingComplete", done));
  await session.send("Tracing.end");
  await complete;
  await session.detach();
}

const isTask = ({ ph, name }: TraceEvent) => ph === "X" && name.endsWith("RunTask");
const placeOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;

/** The main thread of a page, of the busiest one: the browser may have pages of its own. */
function pageThread(events: readonly TraceEvent[]): string | null {
  const mains = events.filter(
    ({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain",
  );
  const counts = new Map(mains.map((main) => [placeOf(main), 0]));
  for (const event of events.filter(isTask)) {
    const count = counts.get(placeOf(event));
    if (count !== undefined) counts.set(placeOf(event), count + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

function tasksOf(events: readonly TraceEvent[]): readonly Task[] {
  const thread = pageThread(events);
  const own = events
    .filter((event) => event.ph === "X" && placeOf(event) === thread)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const tasks: { event: TraceEvent; inside: TraceEvent[] }[] = [];
  for (const event of own) {
    const last = tasks.at(-1);
    const isInside = last !== undefined && event.ts < endOf(last.event);
    if (isInside) last.inside.push(event);
    else if (isTask(event)) tasks.push({ event, inside: [] });
  }
  return tasks.map(({ event, inside }) => ({
    clock: (event.dur ?? 0) / 1000,
    processor: (event.tdur ?? 0) / 1000,
    parts: partsOf(inside),
  }));
}

const endOf = ({ ts, dur = 0 }: TraceEvent) => ts + dur;

/** What lies within another part counts to itself alone. */
function partsOf(events: readonly TraceEvent[]): Task["parts"] {
  const spent = new Map<string, number>();
  const open: TraceEvent[] = [];
  const add = (name: string, ms: number) => spent.set(name, (spent.get(name) ?? 0) + ms);
  for (const event of events) {
    while (open.length > 0 && endOf(open.at(-1) ?? event) <= event.ts) open.pop();
    const around = open.at(-1);
    const ms = (event.dur ?? 0) / 1000;
    add(partOf(event.name), ms);
    if (around !== undefined) add(partOf(around.name), -ms);
    open.push(event);
  }
  return [...spent].filter(([, ms]) => ms >= 1).sort(([, a], [, b]) => b - a);
}

function partOf(name: string): string {
  if (/GC/.test(name)) return "garbage";
  switch (name) {
    case "UpdateLayoutTree":
      return "style";
    case "Layout":
      return "layout";
    case "PrePaint":
    case "Paint":
    case "Layerize":
    case "Commit":
      return "paint";
    case "ParseHTML":
    case "EvaluateScript":
    case "v8.compile":
    case "v8.compileModule":
    case "v8.evaluateModule":
      return "loading";
    default:
      return "script";
  }
}
