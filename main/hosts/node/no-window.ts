import { AppError } from "../../common/errors.ts";
import type { Host } from "../../common/host/host.ts";

/** What every command line lacks: there is no window, so nothing is shown and nobody is asked. */
export const NO_WINDOW = {
  kind: "cli",
  saveFile: () => Promise.reject(new AppError("not-allowed", { detail: "no window" })),
  notify: () => undefined,
  openFolder: () => Promise.reject(new AppError("not-allowed", { detail: "no window" })),
  emit: () => undefined,
} as const satisfies Partial<Host>;
