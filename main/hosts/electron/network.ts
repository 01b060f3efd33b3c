import { app } from "electron";

/** HTTP/2 and QUIC send a request again by themselves; see transport.ts. Before ready. */
export function retryNothing(): void {
  app.commandLine.appendSwitch("disable-http2");
  app.commandLine.appendSwitch("disable-quic");
}
