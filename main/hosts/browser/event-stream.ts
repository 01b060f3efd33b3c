import type { ServerResponse } from "node:http";
import type { AppEvent } from "../../../preload/types.ts";
import { BROWSER_HEADERS } from "../window/page-security.ts";

/** Often enough that neither side takes a quiet stream for a dead one. */
const HEARTBEAT_MS = 20_000;

const FOR_A_PAGE: ReadonlySet<AppEvent["kind"]> = new Set(["open-draft", "open-failed"]);

/** Events to every open page, as server-sent events. */
export interface EventStream {
  open(response: ServerResponse): void;
  emit(event: AppEvent): void;
  close(): void;
}

export function createEventStream(): EventStream {
  const pages = new Set<ServerResponse>();
  /** What became of lists before any page was open: the first page shows it. */
  const missed: AppEvent[] = [];
  const heartbeat = setInterval(() => writeAll(": still here\n\n"), HEARTBEAT_MS).unref();

  function writeAll(text: string): void {
    for (const page of pages) page.write(text);
  }

  return {
    open(response) {
      response.writeHead(200, {
        ...BROWSER_HEADERS,
        "Cache-Control": "no-store",
        "Content-Type": "text/event-stream",
      });
      response.write("retry: 1000\n\n");
      for (const event of missed.splice(0)) response.write(line(event));
      pages.add(response);
      response.once("close", () => pages.delete(response));
    },
    emit(event) {
      if (pages.size === 0 && FOR_A_PAGE.has(event.kind)) missed.push(event);
      writeAll(line(event));
    },
    close() {
      clearInterval(heartbeat);
      for (const page of pages) page.end();
    },
  };
}

function line(event: AppEvent): string {
  return `data: ${JSON.stringify(event)}\n\n`;
}
