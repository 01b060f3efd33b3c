import type { Vault } from "../../vault/vault.ts";

/** Characters of a reply's text that are kept; the sealed copy is for people and for generated ids. */
const MAX_CHARACTERS = 1024 * 1024;

/** A raw reply as kept in `batch_replies.sealed_reply`. */
export interface KeptReply {
  readonly status: number;
  readonly contentType: string;
  /** The body as text, in the charset that was found. */
  readonly body: string;
  readonly cut: boolean;
}

export function sealReply(vault: Vault, reply: KeptReply): Buffer {
  const cut = reply.cut || reply.body.length > MAX_CHARACTERS;
  return vault.sealJson({ ...reply, body: reply.body.slice(0, MAX_CHARACTERS), cut });
}

/** @throws AppError "sealed-data-unreadable" */
export function openReply(vault: Vault, sealed: Uint8Array): KeptReply {
  return vault.openJson<KeptReply>(sealed);
}
