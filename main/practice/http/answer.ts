import type { IncomingMessage, ServerResponse } from "node:http";
import { assertNever } from "../../../preload/assert-never.ts";
import type { HttpReply } from "../reply/reply.ts";
import { refuseRequest, tooLarge } from "./accept.ts";
import { readBody } from "./body.ts";
import { send } from "./send.ts";

/** What turns a form's bytes into a reply. */
export type Exchange = (body: Uint8Array) => HttpReply;

/** Answers one request from its first byte to its last. */
export type Answerer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export function createAnswerer(exchange: Exchange): Answerer {
  return async (request, response) => {
    const refused = refuseRequest(request);
    if (refused !== undefined) return send(response, refused);
    const reading = await readBody(request);
    switch (reading.kind) {
      case "whole":
        return send(response, exchange(reading.body));
      case "too-large":
        return send(response, tooLarge());
      case "gone":
      case "stopped":
        return;
      default:
        return assertNever(reading);
    }
  };
}
