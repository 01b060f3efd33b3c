import { FileFault } from "../fault.ts";

/** How the key of an encrypted workbook comes from its password (MS-OFFCRYPTO). */
export type EncryptionInfo = AgileInfo | StandardInfo;

export type HashName = "sha1" | "sha256" | "sha384" | "sha512";

/** Of Office 2010 and later: pieces of 4096 bytes, each with an initial vector of its own. */
export interface AgileInfo {
  readonly kind: "agile";
  /** Of the package. */
  readonly data: CipherParts;
  /** What proves that nobody without the password has changed the package; null where it has none. */
  readonly integrity: { readonly key: Buffer; readonly value: Buffer } | null;
  /** Of the package's key, which the password opens. */
  readonly key: CipherParts & {
    readonly spins: number;
    readonly verifierInput: Buffer;
    readonly verifierHash: Buffer;
    readonly value: Buffer;
  };
}

export interface CipherParts {
  readonly hash: HashName;
  readonly keyBits: 128 | 192 | 256;
  readonly salt: Buffer;
}

/** Of Office 2007, and of LibreOffice: AES without chaining, the key straight from the password. */
export interface StandardInfo {
  readonly kind: "standard";
  readonly keyBits: 128 | 192 | 256;
  readonly salt: Buffer;
  readonly verifier: Buffer;
  readonly verifierHash: Buffer;
}

/** The clear refusal of what is encrypted in another way than we know. */
export function unknownWay(detail: string): FileFault {
  return new FileFault("file-encrypted", detail);
}
