import type { Socket } from "node:net";
import type { PracticeServer } from "../../../main/practice/server.ts";
import { postForm, practiceServer } from "../practice.ts";
import { type Gateway, gateway, reply } from "./gateway.ts";
import type { WireFault } from "./wire-faults.ts";

/**
 * A platform behind a gateway that does one thing after the other to batches. Batch by batch, a
 * customer each: the first meets the first fault, the second none, the third the second fault, and
 * so on. A batch meets its fault once.
 */
export interface SpoiledPlatform {
  readonly url: string;
  readonly credentials: PracticeServer["credentials"];
  /** How many times the batch began to arrive, and was let through. */
  met(batch: number): { readonly arrived: number; readonly applied: number };
}

/** The list to send, a row a batch, as CSV; its customers have no code, so no batch may go twice. */
export function spoiledList(faults: readonly WireFault[]): string {
  const rows = Array.from({ length: 2 * faults.length }, (_, at) => `case${at}@example.com,Ana\n`);
  return `email,first_name\n${rows.join("")}`;
}

export async function spoiledPlatform(
  faults: readonly WireFault[],
  secure = false,
): Promise<SpoiledPlatform> {
  const practice = await practiceServer();
  const applied = new Map<number, number>();
  const spoiled = new Set<number>();
  /** Connections that were broken off: what still comes on them reaches nobody. */
  const broken = new WeakSet<Socket>();
  let latest = -1;

  async function pass(body: string): Promise<string> {
    const batch = batchOf(body);
    if (batch !== null) applied.set(batch, (applied.get(batch) ?? 0) + 1);
    return await (await postForm(practice.url, body)).text();
  }

  /** What the batch meets at this moment, if it has not met it before. */
  function faultFor(batch: number, moment: "onConnect" | "onBody" | "onRequest") {
    const behaviour = batch % 2 === 0 ? faults[batch / 2]?.behaviour(pass) : undefined;
    if (behaviour?.[moment] === undefined || spoiled.has(batch)) return null;
    spoiled.add(batch);
    return behaviour;
  }

  const server: Gateway = await gateway(
    {
      onConnect(socket) {
        const fault = faultFor(latest + 1, "onConnect");
        if (fault !== null) broken.add(socket);
        fault?.onConnect?.(socket);
      },
      onBody(socket, begun) {
        if (!begun.includes("type=customers_batch")) return;
        const fault = faultFor(batchOf(begun) ?? latest + 1, "onBody");
        if (fault !== null) broken.add(socket);
        fault?.onBody?.(socket, begun);
      },
      async onRequest(socket, body, count) {
        const batch = batchOf(body);
        latest = Math.max(latest, batch ?? -1);
        if (broken.has(socket)) return;
        const fault = batch === null ? null : faultFor(batch, "onRequest");
        if (fault === null) socket.write(reply("200 OK", await pass(body)));
        else fault.onRequest?.(socket, body, count);
      },
    },
    secure,
  );
  return {
    url: server.url,
    credentials: practice.credentials,
    met: (batch) => ({
      arrived: server.requests().filter(({ body }) => batchOf(body) === batch).length,
      applied: applied.get(batch) ?? 0,
    }),
  };
}

function batchOf(body: string): number | null {
  const number = /case(\d+)(?:%40|@)example/.exec(body)?.[1];
  return number === undefined ? null : Number(number);
}
