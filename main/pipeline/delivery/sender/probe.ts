import { toAppError } from "../../../common/errors.ts";
import type { PostOutcome, Transport } from "../../../common/host/transport.ts";
import type { ResolvedConnection } from "../../../records/connections/resolved.ts";
import { type Reason, reasonOf } from "../../../records/imports/batches/attempt-result.ts";
import { testAccount } from "../../api/client.ts";
import { PATIENCE, retryAfterMs } from "../../api/retry-after.ts";
import type { Trouble } from "../line/pace.ts";

/** Refusals that only a working platform can give. */
const ANSWERS: ReadonlySet<string> = new Set([
  "api-error",
  "api-error-silent",
  "api-credentials",
  "api-credentials-silent",
]);

export interface NoAnswer {
  readonly reason: Reason;
  readonly trouble: Trouble;
}

/**
 * Asks the platform for the account, which changes nothing.
 * @returns null where it answered, whatever it said, else why it did not
 */
export async function probeConnection(
  transport: Transport,
  connection: ResolvedConnection,
  { signal, now }: { readonly signal: AbortSignal; readonly now: () => number },
): Promise<NoAnswer | null> {
  let outcome: PostOutcome | undefined;
  const watched: Transport = {
    async post(request) {
      outcome = await transport.post(request);
      return outcome;
    },
  };
  try {
    await testAccount(watched, connection, signal);
    return null;
  } catch (error) {
    const { code, detail } = toAppError(error);
    if (ANSWERS.has(code)) return null;
    return noAnswer(outcome, `${code} ${detail ?? ""}`.trim(), now());
  }
}

function noAnswer(outcome: PostOutcome | undefined, detail: string, now: number): NoAnswer {
  const reason = reasonOf("reason-no-answer", { detail });
  if (outcome?.kind !== "reply") {
    return { reason, trouble: { cause: "network", retryAfterMs: null } };
  }
  const { status, headers } = outcome;
  const wait = retryAfterMs(headers, now);
  return PATIENCE.has(status)
    ? {
        reason: reasonOf("reason-try-later", { params: { status } }),
        trouble: { cause: "busy", retryAfterMs: wait },
      }
    : { reason, trouble: { cause: "server", retryAfterMs: wait } };
}
