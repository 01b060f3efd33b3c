import { type Reason, reasonOf } from "../api/attempt-result.ts";
import { testAccount } from "../api/client.ts";
import type { Transport } from "../api/transport.ts";
import type { ResolvedConnection } from "../connections/resolved.ts";
import { toAppError } from "../errors.ts";

/** Refusals that only a working platform can give. */
const ANSWERS: ReadonlySet<string> = new Set([
  "api-error",
  "api-error-silent",
  "api-credentials",
  "api-credentials-silent",
]);

/**
 * Asks the platform for the account, which changes nothing.
 * @returns null where it answered, whatever it said, else why it did not
 */
export async function askConnection(
  transport: Transport,
  connection: ResolvedConnection,
  signal: AbortSignal,
): Promise<Reason | null> {
  try {
    await testAccount(transport, connection, signal);
    return null;
  } catch (error) {
    const { code, detail } = toAppError(error);
    if (ANSWERS.has(code)) return null;
    return reasonOf("reason-no-answer", { detail: `${code} ${detail ?? ""}`.trim() });
  }
}
