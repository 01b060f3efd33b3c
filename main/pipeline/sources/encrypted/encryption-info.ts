import { damaged } from "../fault.ts";
import { readAgile } from "./agile-info.ts";
import { type EncryptionInfo, type StandardInfo, unknownWay } from "./encryption.ts";

/** @throws FileFault file-encrypted where another way was used, file-damaged */
export async function readEncryptionInfo(bytes: Buffer): Promise<EncryptionInfo> {
  if (bytes.length < 8) throw damaged("encryption info cut short");
  const major = bytes.readUInt16LE(0);
  const minor = bytes.readUInt16LE(2);
  if (major === 4 && minor === 4) return await readAgile(bytes.subarray(8));
  if (minor === 2 && major >= 2 && major <= 4) return readStandard(bytes);
  throw unknownWay(`encryption ${major}.${minor}`);
}

const AES = new Map([
  [0x660e, 128],
  [0x660f, 192],
  [0x6610, 256],
] as const);
const SHA1 = 0x8004;
const BLOCK = 16;

function readStandard(bytes: Buffer): StandardInfo {
  const header = 12;
  const verifier = header + bytes.readUInt32LE(8);
  if (verifier < header + 20 || verifier + 4 + BLOCK * 2 + 4 + BLOCK * 2 > bytes.length) {
    throw damaged("encryption info cut short");
  }
  const keyBits = AES.get(bytes.readUInt32LE(header + 8) as 0x660e);
  const hash = bytes.readUInt32LE(header + 12);
  if (keyBits === undefined || (hash !== SHA1 && hash !== 0)) throw unknownWay("no AES with SHA-1");
  const at = verifier + 4;
  return {
    kind: "standard",
    keyBits,
    salt: bytes.subarray(at, at + BLOCK),
    verifier: bytes.subarray(at + BLOCK, at + BLOCK * 2),
    verifierHash: bytes.subarray(at + BLOCK * 2 + 4, at + BLOCK * 4 + 4),
  };
}
