import type { App } from "../../main/app/app-port.ts";
import type { Settings } from "../../preload/types.ts";

export interface FakeApp extends App {
  /** Calls that came through, in their order. */
  readonly calls: readonly { readonly name: string; readonly input: unknown }[];
  readonly files: readonly string[];
  /** Of the queue; tests set them. */
  readonly counts: Record<"queued" | "waiting" | "sending" | "uncertain" | "rejected", number>;
}

export const SETTINGS: Settings = {
  ...{ language: "es", theme: "dark" },
  ...{ formats: "system", retentionDays: 30, batchRows: 500, welcomed: true },
};

/** The services' port with nothing behind it: answers each call with what it was asked. */
export function fakeApp(): FakeApp {
  const counts = { queued: 0, waiting: 0, sending: 0, uncertain: 0, rejected: 0 };
  const calls: { name: string; input: unknown }[] = [];
  const files: string[] = [];
  return {
    calls,
    files,
    async answer(name, input) {
      // The page has them with it; no call of a window is that.
      if (name !== "settings.get") calls.push({ name, input });
      return { ok: true, value: name === "settings.get" ? SETTINGS : { name, input } };
    },
    registerFile: (path) => `file-${files.push(path)}`,
    queueSummary: () => ({
      online: true,
      paused: false,
      sender: "here",
      counts: { ...counts },
      rowsOpen: 0,
    }),
    networkBack: () => calls.push({ name: "networkBack", input: null }),
    fallAsleep: () => calls.push({ name: "fallAsleep", input: null }),
    counts,
    close: async () => undefined,
  };
}
