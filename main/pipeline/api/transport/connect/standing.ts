import { once } from "node:events";
import type { Socket } from "node:net";

/**
 * Waits until a connection stands, which the event tells; whatever else happens ends it.
 * @throws the connection's error, or AbortError
 */
export async function standing<T extends Socket>(
  socket: T,
  event: "connect" | "secureConnect",
  signal: AbortSignal,
): Promise<T> {
  // Without a listener an error between two steps, or after the last, would end the program.
  socket.on("error", () => undefined);
  try {
    await once(socket, event, { signal });
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}
