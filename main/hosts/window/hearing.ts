import type { AppEvent } from "../../../preload/types/app.ts";
import type { Host } from "../../common/host/host.ts";

export type Listeners = Readonly<Partial<Record<AppEvent["kind"], () => void>>>;

/** The same host, some of whose events are heard on their way to the page. */
export function hearing(host: Host, listeners: Listeners): Host {
  return {
    ...host,
    emit(event) {
      host.emit(event);
      listeners[event.kind]?.();
    },
  };
}
