import type { AppEvent } from "../../preload/types.ts";
import { signedHeaders } from "./session.ts";

/**
 * The host's events until its stream ends. Not an EventSource: it cannot send the session's header.
 * @throws where there is no stream
 */
export async function readEvents(
  signal: AbortSignal,
  hear: { readonly opened: () => void; readonly event: (event: AppEvent) => void },
): Promise<void> {
  const { ok, body } = await fetch("/events", { headers: signedHeaders(), signal });
  if (!ok || body === null) throw new Error("no events");
  hear.opened();
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      if (block.startsWith(DATA)) hear.event(JSON.parse(block.slice(DATA.length)) as AppEvent);
    }
  }
}

const DATA = "data: ";
