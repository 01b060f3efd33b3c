import type { PostOutcome, Transport } from "../../../main/common/host/transport.ts";

/** A request that waits for what the test makes of it. */
export interface HeldRequest {
  readonly rows: readonly string[];
  /** Milliseconds since the epoch. */
  readonly at: number;
  answer(outcome: PostOutcome): void;
}

/** A way to a platform that answers when and as the test says. */
export interface HeldTransport extends Transport {
  /** Batches on their way, in the order of their beginning. */
  readonly open: readonly HeldRequest[];
  /** All batches ever begun. */
  readonly begun: readonly HeldRequest[];
  /** Requests that hold no batch: harmless questions. */
  readonly questions: () => number;
}

/** @param asked what a harmless question is answered with */
export function heldTransport(asked: () => PostOutcome = () => accepted(0)): HeldTransport {
  const open: HeldRequest[] = [];
  const begun: HeldRequest[] = [];
  let questions = 0;
  return {
    open,
    begun,
    questions: () => questions,
    post(request) {
      const form = new URLSearchParams(request.body.toString());
      if (form.get("type") !== "customers_batch") {
        questions += 1;
        return Promise.resolve(asked());
      }
      if (request.mayWrite?.() === false) return Promise.resolve(NOT_OURS);
      const { promise, resolve } = Promise.withResolvers<PostOutcome>();
      const held: HeldRequest = {
        rows: (form.get("profiles_data") ?? "").split("\n"),
        at: Date.now(),
        answer(outcome) {
          open.splice(open.indexOf(held), 1);
          resolve(outcome);
        },
      };
      request.signal?.addEventListener("abort", () => resolve(ABANDONED));
      open.push(held);
      begun.push(held);
      return promise;
    },
  };
}

const NOT_OURS: PostOutcome = { kind: "not-sent", cause: "aborted", detail: "" };

const ABANDONED: PostOutcome = { kind: "maybe-sent", cause: "aborted", detail: "" };

export const RESET: PostOutcome = { kind: "maybe-sent", cause: "reset", detail: "" };

export function accepted(rows: number): PostOutcome {
  const customers = { new: `${rows}`, updated: "0" };
  return reply(200, { status: "success", batch: { status: "imported", customers } });
}

export function refusedKey(): PostOutcome {
  return reply(200, { status: "error", error: "Invalid credentials" });
}

export function busy(seconds: number): PostOutcome {
  return reply(429, {}, { "retry-after": `${seconds}` });
}

export function reply(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): PostOutcome {
  return { kind: "reply", status, headers, body: Buffer.from(JSON.stringify(body)), cut: false };
}
