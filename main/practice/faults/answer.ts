import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { assertNever } from "../../../preload/assert-never.ts";
import { refuseRequest, tooLarge } from "../http/accept.ts";
import type { Answerer, Exchange } from "../http/answer.ts";
import { readBody } from "../http/body.ts";
import { headersOf, send } from "../http/send.ts";
import type { HttpReply } from "../reply/reply.ts";
import type { Fault, FaultPhase, FaultPlan, FaultReply } from "./fault.ts";

const TYPE = /(?:^|&)type=([^&]*)/;
/** Far enough into a form to meet its `type`. */
const TYPE_WITHIN = 64 * 1024;

/** Answers requests like the plain server, but lets a plan spoil any of them. For tests. */
export function createFaultyAnswerer(
  exchange: Exchange,
  plan: FaultPlan,
  closing: AbortSignal,
): Answerer {
  let count = 0;
  return async (request, response) => {
    count += 1;
    const number = count;
    const refused = refuseRequest(request);
    if (refused !== undefined) return send(response, refused);

    let fault: Fault | undefined;
    let decided = false;
    const reading = await readBody(request, (pieces) => {
      const type = decided ? null : typeIn(pieces);
      if (type === null) return false;
      decided = true;
      fault = plan({ number, type });
      return fault !== undefined && strikes(fault, "before-reading");
    });
    if (reading.kind === "gone") return;
    if (reading.kind === "too-large") return send(response, tooLarge());
    if (!decided) fault = plan({ number, type: null });
    if (fault === undefined) fault = { kind: "none" };
    if (fault.delayMs !== undefined) await wait(fault.delayMs, null, { signal: closing });
    if (reading.kind === "stopped") return drop(fault, request, closing);
    spoil(fault, request, response, { apply: () => exchange(reading.body), closing });
  };
}

function spoil(
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
  { apply, closing }: { readonly apply: () => HttpReply; readonly closing: AbortSignal },
): void {
  switch (fault.kind) {
    case "none":
      send(response, apply());
      break;
    case "reset":
    case "close":
    case "hang":
      if (strikes(fault, "after-applying")) apply();
      drop(fault, request, closing);
      break;
    case "reply":
      if (fault.applied) apply();
      send(response, replyOf(fault.reply));
      break;
    case "cut":
      cut(response, apply(), fault.bytes);
      break;
    case "rewrite":
      send(response, fault.rewrite(apply()));
      break;
    default:
      assertNever(fault);
  }
}

function strikes(fault: Fault, phase: FaultPhase): boolean {
  return "when" in fault && fault.when === phase;
}

/** "hang" leaves the connection as it is until the server closes. */
function drop(fault: Fault, { socket }: IncomingMessage, closing: AbortSignal): void {
  if (fault.kind === "reset") socket.resetAndDestroy();
  if (fault.kind === "close") socket.end();
  if (fault.kind === "hang") closing.addEventListener("abort", () => socket.destroy());
}

function cut(response: ServerResponse, reply: HttpReply, bytes: number): void {
  response.writeHead(reply.status, headersOf(reply));
  response.write(reply.body.subarray(0, bytes), () => response.socket?.end());
}

function replyOf({ status, headers = {}, body = "" }: FaultReply): HttpReply {
  return { status, headers, body: Buffer.from(body) };
}

/** The form's `type` once it has arrived, else null. */
function typeIn(pieces: readonly Buffer[]): string | null {
  const text = Buffer.concat(pieces).subarray(0, TYPE_WITHIN).toString("latin1");
  const [, type] = TYPE.exec(text) ?? [];
  return type === undefined ? null : decodeURIComponent(type);
}
