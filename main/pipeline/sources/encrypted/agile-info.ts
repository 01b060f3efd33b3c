import { Readable } from "node:stream";
import { damaged } from "../fault.ts";
import { type Element, visitElements } from "../xml/elements.ts";
import { type AgileInfo, type CipherParts, type HashName, unknownWay } from "./encryption.ts";

/** Excel spins 100,000 times; more than this would only hold the program up. */
const MAX_SPINS = 1_000_000;
const BLOCK = 16;

const HASHES: ReadonlyMap<string, HashName> = new Map([
  ["SHA1", "sha1"],
  ["SHA-1", "sha1"],
  ["SHA256", "sha256"],
  ["SHA-256", "sha256"],
  ["SHA384", "sha384"],
  ["SHA-384", "sha384"],
  ["SHA512", "sha512"],
  ["SHA-512", "sha512"],
]);

/** The XML of an agile encryption (ECMA-376 as MS-OFFCRYPTO 2.3.4.10 writes it out). */
export async function readAgile(xml: Buffer): Promise<AgileInfo> {
  let data: CipherParts | undefined;
  let key: AgileInfo["key"] | undefined;
  let integrity: AgileInfo["integrity"] = null;
  await visitElements(Readable.from([xml]), {
    everyNamespace: true,
    open(element) {
      if (element.name === "keyData") data ??= cipherParts(element);
      if (element.name === "dataIntegrity") {
        integrity ??= {
          key: bytesOf(element, "encryptedHmacKey"),
          value: bytesOf(element, "encryptedHmacValue"),
        };
      }
      // A certificate opens the key as well; its element has no spin count.
      if (element.name !== "encryptedKey" || element.attribute("spinCount") === undefined) return;
      const spins = Number(element.attribute("spinCount"));
      if (!Number.isInteger(spins) || spins < 0) throw damaged("an odd spin count");
      if (spins > MAX_SPINS) throw unknownWay(`${spins} spins`);
      key ??= {
        ...cipherParts(element),
        spins,
        verifierInput: bytesOf(element, "encryptedVerifierHashInput"),
        verifierHash: bytesOf(element, "encryptedVerifierHashValue"),
        value: bytesOf(element, "encryptedKeyValue"),
      };
    },
  });
  if (data === undefined) throw damaged("encryption without a key");
  if (key === undefined) throw unknownWay("no password opens it");
  return { kind: "agile", data, integrity, key };
}

function cipherParts(element: Element): CipherParts {
  const hash = HASHES.get(element.attribute("hashAlgorithm") ?? "");
  const keyBits = Number(element.attribute("keyBits"));
  const isAes =
    element.attribute("cipherAlgorithm") === "AES" &&
    element.attribute("cipherChaining") === "ChainingModeCBC" &&
    Number(element.attribute("blockSize")) === BLOCK;
  if (!isAes || hash === undefined || (keyBits !== 128 && keyBits !== 192 && keyBits !== 256)) {
    throw unknownWay("another cipher than AES-CBC");
  }
  const salt = Buffer.from(element.attribute("saltValue") ?? "", "base64");
  if (salt.length === 0) throw damaged("encryption without a salt");
  return { hash, keyBits, salt };
}

/** Whole blocks. */
function bytesOf(element: Element, name: string): Buffer {
  const bytes = Buffer.from(element.attribute(name) ?? "", "base64");
  if (bytes.length === 0 || bytes.length % BLOCK !== 0) throw damaged(`an odd ${name}`);
  return bytes;
}
