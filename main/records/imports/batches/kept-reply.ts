import type { Vault } from "../../vault/vault.ts";

/** Characters of a reply's text that are kept; the sealed copy is for people. */
const MAX_CHARACTERS = 1024 * 1024;

/** What the server made up for one customer. */
export interface GeneratedIds {
  /** The data row of the batch, from 1, where the reply names it. */
  readonly row: number | null;
  readonly code: string | null;
  readonly cardNumber: string | null;
}

/** What the reply to an accepted batch tells; null where a count is missing or is none. */
export interface BatchReply {
  readonly created: number | null;
  readonly updated: number | null;
  readonly generated: readonly GeneratedIds[];
}

/** A reply as kept in `batch_replies.sealed_reply`. */
export interface KeptReply {
  readonly status: number;
  readonly contentType: string;
  /** The body as text, in the charset that was found. */
  readonly body: string;
  readonly cut: boolean;
  /**
   * What was read in it when it came; null where it told of no success. Absent in replies that
   * earlier versions kept: those are read from their body.
   */
  readonly told?: BatchReply | null;
}

export function sealReply(vault: Vault, reply: KeptReply): Buffer {
  const cut = reply.cut || reply.body.length > MAX_CHARACTERS;
  return vault.sealJson({ ...reply, body: reply.body.slice(0, MAX_CHARACTERS), cut });
}

/** @throws AppError "sealed-data-unreadable" */
export function openReply(vault: Vault, sealed: Uint8Array): KeptReply {
  return vault.openJson<KeptReply>(sealed);
}
