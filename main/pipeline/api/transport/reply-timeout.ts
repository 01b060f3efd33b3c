import type { ClientRequest } from "node:http";
import type { Socket } from "node:net";

/**
 * Calls `onTimeout` where the whole reply has not come `ms` after the request was handed over, or
 * where handing it over makes no progress for that long: a long request on a slow line may take
 * its time, a silent server may not.
 * @returns the function that ends the watch
 */
export function watchReply(
  client: ClientRequest,
  socket: Socket,
  ms: number,
  onTimeout: () => void,
): () => void {
  let written = socket.bytesWritten;
  let timer = setTimeout(check, ms);

  function check(): void {
    const progress = !client.writableFinished && socket.bytesWritten > written;
    written = socket.bytesWritten;
    if (progress) timer = setTimeout(check, ms);
    else onTimeout();
  }

  function onFinish(): void {
    clearTimeout(timer);
    timer = setTimeout(onTimeout, ms);
  }

  client.once("finish", onFinish);
  return () => {
    client.removeListener("finish", onFinish);
    clearTimeout(timer);
  };
}
