import type { Vault } from "../../../../records/vault/vault.ts";
import type { BulkDone } from "./bulk-types.ts";

/** `bulk_edits.sealed_how` as it is stored: leaving out stands under an older name. */
interface KeptHow extends Omit<BulkDone, "how"> {
  readonly how:
    | Exclude<BulkDone["how"], { readonly kind: "leave-out" }>
    | { readonly kind: "exclude" };
}

export function sealHow(vault: Vault, { how, ...about }: BulkDone): Buffer {
  const kept: KeptHow = { ...about, how: how.kind === "leave-out" ? { kind: "exclude" } : how };
  return vault.sealJson(kept);
}

export function openHow(vault: Vault, sealed: Buffer): BulkDone {
  const { how, ...about } = vault.openJson<KeptHow>(sealed);
  return { ...about, how: how.kind === "exclude" ? { kind: "leave-out" } : how };
}
