import { app, BrowserWindow } from "electron";
import type { QueueSummary } from "../../../../preload/types.ts";

/** A queue at work changes many times a second; signs need not. */
const EVERY_MS = 500;
/** Electron's own values of a progress bar that is not there. */
const NO_PROGRESS = -1;

/** Batches that still have to go out. */
export function openBatches({ counts }: QueueSummary): number {
  return counts.queued + counts.waiting + counts.sending;
}

/** What the dock, the taskbar and the title say of the queue. */
export interface QueueSigns {
  readonly badge: number;
  /** Before the window's own title. */
  readonly prefix: string;
  /** 0 to 1 of the batches since the queue was last empty; -1 for none. */
  readonly progress: number;
  readonly mode: "normal" | "paused" | "error" | "none";
}

/** @param most the largest number of open batches since the queue was last empty */
export function queueSigns(summary: QueueSummary, most: number): QueueSigns {
  const open = openBatches(summary);
  const { uncertain, rejected, sending } = summary.counts;
  const badge = open + uncertain + rejected;
  const prefix = badge === 0 ? "" : `(${badge}) `;
  if (open === 0) {
    return uncertain + rejected > 0
      ? { badge, prefix, progress: 1, mode: "error" }
      : { badge, prefix, progress: NO_PROGRESS, mode: "none" };
  }
  const progress = most === 0 ? 0 : (most - open) / most;
  const stands = summary.paused || !summary.online || sending === 0;
  return { badge, prefix, progress, mode: stands ? "paused" : "normal" };
}

/** Shows the queue's state outside the window; to be called whenever the queue has changed. */
export function showQueueSigns(
  summary: () => QueueSummary,
  also: (summary: QueueSummary) => void,
): () => void {
  let most = 0;
  let timer: NodeJS.Timeout | undefined;

  function show(): void {
    timer = undefined;
    const now = summary();
    const open = openBatches(now);
    most = open === 0 ? 0 : Math.max(most, open);
    const { badge, prefix, progress, mode } = queueSigns(now, most);
    app.setBadgeCount(badge);
    for (const window of BrowserWindow.getAllWindows()) {
      if (window.isDestroyed()) continue;
      window.setTitle(`${prefix}${app.name}`);
      window.setProgressBar(progress, { mode });
    }
    also(now);
  }
  app.once("will-quit", () => clearTimeout(timer));
  return () => {
    timer ??= setTimeout(show, EVERY_MS).unref();
  };
}
