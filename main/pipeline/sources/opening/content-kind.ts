import { open, stat } from "node:fs/promises";
import { FileFault } from "../fault.ts";
import { wideZeros } from "../text/encoding/wide-zeros.ts";

/** What a file is by its first bytes; its name is not asked. */
export type ContentKind =
  | { readonly kind: "zip" }
  | { readonly kind: "ole" }
  | { readonly kind: "text" }
  /** A single workbook stream without its OLE container (BIFF 2 to 5). */
  | { readonly kind: "biff" }
  /** Known and no list: "PDF", "PNG image", ... */
  | { readonly kind: "other"; readonly what: string };

const HEAD_BYTES = 16 * 1024;

const SIGNATURES: readonly (readonly [string, string])[] = [
  ["25504446", "PDF"],
  ["89504e47", "PNG"],
  ["ffd8ff", "JPEG"],
  ["47494638", "GIF"],
  ["52617221", "RAR"],
  ["377abcaf271c", "7-Zip"],
  ["1f8b", "gzip"],
  ["425a68", "bzip2"],
  ["fd377a585a00", "xz"],
  ["53514c69746520666f726d617420", "SQLite"],
  ["7f454c46", "ELF"],
  ["00000100", "ICO"],
  ["7b5c727466", "RTF"],
];

/** @throws FileFault file-empty, file-is-folder; errors of opening */
export async function contentKind(path: string): Promise<ContentKind> {
  // Before it is opened: opening a pipe waits until someone writes into it.
  const stats = await stat(path);
  if (stats.isDirectory()) throw new FileFault("file-is-folder", "a folder");
  if (!stats.isFile()) throw new FileFault("file-not-a-list", "no regular file");
  if (stats.size === 0) throw new FileFault("file-empty", "no bytes");
  const file = await open(path, "r");
  try {
    const head = Buffer.alloc(Math.min(HEAD_BYTES, stats.size));
    await file.read(head, 0, head.length, 0);
    return kindOf(head);
  } finally {
    await file.close();
  }
}

function kindOf(head: Buffer): ContentKind {
  const hex = head.subarray(0, 16).toString("hex");
  if (/^504b(0304|0506|0708)/.test(hex)) return { kind: "zip" };
  if (hex.startsWith("d0cf11e0a1b11ae1")) return { kind: "ole" };
  if (/^09(00|02|04|08)(04|06|08|10)00/.test(hex)) return { kind: "biff" };
  for (const [signature, what] of SIGNATURES) {
    if (hex.startsWith(signature)) return { kind: "other", what };
  }
  return isBinary(head) ? { kind: "other", what: "binary" } : { kind: "text" };
}

/** Control characters that no text holds, beyond a few. UTF-16 and UTF-32 are told apart first. */
function isBinary(head: Buffer): boolean {
  if (/^(fffe|feff|0000feff)/.test(head.subarray(0, 4).toString("hex"))) return false;
  const zeros = wideZeros(head);
  const step = zeros.wide === null ? 1 : 2;
  // Half of a letter of UTF-16 may look like one.
  const unit = (at: number) =>
    zeros.wide === null
      ? (head[at] ?? 0)
      : zeros.wide === "utf-16le"
        ? head.readUInt16LE(at)
        : head.readUInt16BE(at);
  let controls = 0;
  for (let at = 0; at + step <= head.length; at += step) {
    if (unit(at) < 32 && !TEXT_CONTROLS.has(unit(at))) controls++;
  }
  return controls > Math.max(3, (head.length / step) * 0.02);
}

/** Tab, line ends, form feed, the end mark of old programs, escape. */
const TEXT_CONTROLS: ReadonlySet<number> = new Set([9, 10, 11, 12, 13, 26, 27]);
