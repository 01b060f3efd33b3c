import type { Bridge } from "../../preload/bridge.ts";
import type { CallName, CallResult } from "../../preload/contract.ts";
import type { Answer, ErrorData } from "../../preload/errors.ts";
import type { AppEvent } from "../../preload/types.ts";
import { setReachable } from "./reachable.ts";
import { readEvents } from "./read-events.ts";
import { signedHeaders } from "./session.ts";

declare global {
  interface Window {
    /** Put there by the preload script; absent in a browser. */
    readonly loyalty?: Bridge;
  }
}

/** What a window asks again after a gap in which it may have missed events. */
const AFTER_A_GAP: readonly AppEvent[] = [
  { kind: "queue" },
  { kind: "connections" },
  { kind: "drafts" },
  { kind: "settings" },
  { kind: "mappings" },
  { kind: "undo" },
];

/** A page may have been handed out with the settings of the last start. */
const SINCE_THE_PAGE: readonly AppEvent[] = [{ kind: "settings" }];

/** The status of an answer where the program could not open its data; it ends then. */
const NOT_OPENED = 503;

const httpBridge: Bridge = {
  call: <N extends CallName>(name: N, input: unknown) =>
    post<CallResult<N>>(`/call/${name}`, "application/json", JSON.stringify(input)),
  acceptFile: (file) =>
    post(`/files?name=${encodeURIComponent(file.name)}`, "application/octet-stream", file),
  subscribe(listener) {
    const end = new AbortController();
    listen(listener, end.signal).catch(() => undefined);
    return () => end.abort();
  },
};

/** Milliseconds from a lost stream of events to the next try; there is no last try. */
const RETRY_MS = 1_000;

async function listen(listener: (event: AppEvent) => void, signal: AbortSignal): Promise<void> {
  let hasOpened = false;
  let failed = 0;
  const opened = (): void => {
    failed = 0;
    setReachable(true);
    for (const event of hasOpened ? AFTER_A_GAP : SINCE_THE_PAGE) listener(event);
    hasOpened = true;
  };
  while (!signal.aborted) {
    // A stream that ends without an error was lost all the same.
    await readEvents(signal, { opened, event: listener }).catch(() => undefined);
    if (signal.aborted) return;
    failed += 1;
    // A single loss is often over at the next try; a second one is shown.
    if (failed > 1) setReachable(false);
    await new Promise((again) => setTimeout(again, RETRY_MS));
  }
}

/** The program behind the window has gone. */
export const UNREACHABLE: ErrorData = {
  code: "program-unreachable",
  params: {},
  message:
    "The program behind this window does not answer. Start Loyalty Importer again and use the address that it shows.",
  retry: true,
};

/** The loopback host replies with an `Answer`, even to refuse; without a reply one is made. */
async function post<T>(path: string, type: string, body: BodyInit): Promise<Answer<T>> {
  try {
    const headers = { ...signedHeaders(), "content-type": type };
    const reply = await fetch(path, { method: "POST", headers, body });
    const answer = (await reply.json()) as Answer<T>;
    if (!answer.ok && reply.status === NOT_OPENED) document.body.textContent = answer.error.message;
    // The program was started anew at the same address, and does not know this window's key.
    if (!answer.ok && answer.error.code === "not-signed-in") setReachable(false);
    return answer;
  } catch (error) {
    setReachable(false);
    return { ok: false, error: { ...UNREACHABLE, detail: String(error) } };
  }
}

/** The way to the main process: the preload script's in Electron, HTTP on the loopback host. */
export function getBridge(): Bridge {
  return window.loyalty ?? httpBridge;
}
