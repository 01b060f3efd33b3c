import { AppError } from "../errors.ts";
import type { Transport } from "./transport.ts";

/** POSTs over node:http and node:https. */
export function createNodeTransport(): Transport {
  throw new AppError("unexpected");
}
