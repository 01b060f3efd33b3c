import { withTexts } from "../i18n.ts";

/** Milliseconds after which nothing waits for the first screen: a tab in the background draws none. */
const LATEST = 300;

let painted: Promise<void> = Promise.resolve();

/**
 * Draws the first screen before anything else is done: what it asks for, and what it can do
 * without, comes when it has been painted.
 */
export function paintFirst(draw: () => void): void {
  const { promise, resolve } = Promise.withResolvers<void>();
  painted = promise;
  draw();
  const look = (list: PerformanceObserverEntryList) => {
    if (list.getEntriesByName("first-contentful-paint").length > 0) resolve();
  };
  new PerformanceObserver(look).observe({ type: "paint", buffered: true });
  setTimeout(resolve, LATEST);
}

/** Comes when the first screen has been painted; at once where none is being drawn. */
export function firstPaint(): Promise<void> {
  return painted;
}

/**
 * Loads what the first screen can do without, once that screen has been drawn: its own drawing
 * does not wait for the rest. For `React.lazy`.
 */
export async function afterFirstScreen<T>(load: () => Promise<T>): Promise<T> {
  await painted;
  await new Promise((idle) => requestIdleCallback(idle, { timeout: LATEST }));
  return withTexts(load);
}
