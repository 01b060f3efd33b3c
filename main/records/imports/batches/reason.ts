import type { BatchSummary } from "../../../../preload/types.ts";
import { t } from "../../../common/text.ts";
import type { Vault } from "../../vault/vault.ts";
import { reasonInStanding } from "./standing.ts";

/** Columns of `batches` that say why a batch stands where it stands. */
export interface ReasonColumns {
  readonly reason_code: string | null;
  readonly reason_params: string;
  readonly sealed_words: Uint8Array | null;
}

/**
 * Code, parameters and sentence of a batch's reason. The API's own words are the parameter
 * `words`; they are sealed at rest because they may repeat a customer's data.
 */
function readReason(
  vault: Vault,
  columns: ReasonColumns,
  mayHaveArrived: boolean,
): BatchSummary["reason"] {
  const { reason_code, reason_params, sealed_words } = columns;
  if (reason_code === null) return null;
  const code = reasonInStanding(reason_code, mayHaveArrived);
  const kept = JSON.parse(reason_params) as Record<string, string | number>;
  const params = sealed_words === null ? kept : { ...kept, words: openWords(vault, sealed_words) };
  return { code, params, message: t(`errors:${code}`, params) };
}

export type ReasonReader = (
  columns: ReasonColumns,
  mayHaveArrived: boolean,
) => BatchSummary["reason"];

/** Reads the reasons of many batches: of those that wait for the same, the sentence is made once. */
export function createReasonReader(vault: Vault): ReasonReader {
  const known = new Map<string, BatchSummary["reason"]>();
  return (columns, mayHaveArrived) => {
    // Each platform's answer has words of its own.
    if (columns.sealed_words !== null) return readReason(vault, columns, mayHaveArrived);
    const name = JSON.stringify([columns.reason_code, columns.reason_params, mayHaveArrived]);
    const kept = known.get(name);
    if (kept !== undefined) return kept;
    const reason = readReason(vault, columns, mayHaveArrived);
    known.set(name, reason);
    return reason;
  };
}

export function sealWords(vault: Vault, words: string): Buffer {
  return vault.seal(Buffer.from(words, "utf8"));
}

function openWords(vault: Vault, sealed: Uint8Array): string {
  return vault.open(sealed).toString("utf8");
}
