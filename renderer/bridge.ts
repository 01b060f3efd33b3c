import type { Bridge } from "../preload/bridge.ts";
import type { CallName, CallResult } from "../preload/contract.ts";
import type { Answer, ErrorData } from "../preload/errors.ts";
import type { AppEvent } from "../preload/types.ts";
import { setReachable } from "./reachable.ts";

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

const httpBridge: Bridge = {
  call: <N extends CallName>(name: N, input: unknown) =>
    post<CallResult<N>>(`/call/${name}`, "application/json", JSON.stringify(input)),
  acceptFile: (file) =>
    post(`/files?name=${encodeURIComponent(file.name)}`, "application/octet-stream", file),
  subscribe(listener) {
    const events = new EventSource("/events");
    let opened = false;
    let failed = 0;
    // One loss may be a moment's; the browser tries again after a second.
    events.onerror = () => {
      failed += 1;
      if (failed > 1) setReachable(false);
    };
    events.onopen = () => {
      failed = 0;
      setReachable(true);
      if (opened) for (const event of AFTER_A_GAP) listener(event);
      opened = true;
    };
    events.onmessage = (message: MessageEvent<string>) =>
      listener(JSON.parse(message.data) as AppEvent);
    return () => events.close();
  },
};

/** The program behind the window has gone. */
export const UNREACHABLE: ErrorData = {
  code: "program-unreachable",
  params: {},
  message:
    "The program behind this window does not answer. Start Loyalty Importer again and use the address that it shows.",
  retry: true,
};

/** Every reply of the loopback host is an answer, refusals too; no reply at all becomes one. */
async function post<T>(path: string, type: string, body: BodyInit): Promise<Answer<T>> {
  try {
    const reply = await fetch(path, { method: "POST", headers: { "content-type": type }, body });
    return (await reply.json()) as Answer<T>;
  } catch (error) {
    setReachable(false);
    return { ok: false, error: { ...UNREACHABLE, detail: String(error) } };
  }
}

/** The way to the main process: the preload script's in Electron, HTTP on the loopback host. */
export function getBridge(): Bridge {
  return window.loyalty ?? httpBridge;
}
