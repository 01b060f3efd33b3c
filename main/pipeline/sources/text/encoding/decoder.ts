import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import { FileFault } from "../../fault.ts";

export interface TextStreamDecoder {
  /** The letters that are complete with these bytes, which are not kept; none is ever cut in two. */
  write(bytes: Buffer): string;
  end(): string;
  /** Bytes that were no letter of the encoding, each shown as U+FFFD (UTF-8 only). */
  readonly unreadable: number;
  /** Whether some text came marked with OTHER_ENCODING. */
  readonly marked: boolean;
  /** The older one of two encodings, where it was needed. */
  readonly older: string | null;
}

/** Stands before what is written in the other of two encodings; a noncharacter, which no text holds. */
export const OTHER_ENCODING = "\ufdd0";

/** Ways to write bytes as letters that the library names like encodings; no list is written in them. */
const NO_TEXT = /^(?:base64|hex|binary|internal)$/i;

function isEncoding(name: string): boolean {
  return iconv.encodingExists(name) && !NO_TEXT.test(name.replace(/[^a-z0-9]/gi, ""));
}

/** @throws FileFault where the encoding's name is not known */
export function createDecoder(encoding: string): TextStreamDecoder {
  if (/^utf-?8$/i.test(encoding)) return new Utf8Decoder();
  if (/^iso-2022-jp$/i.test(encoding)) return createPlatformDecoder(encoding);
  if (!isEncoding(encoding)) {
    throw new FileFault("encoding-unknown", `encoding ${encoding}`);
  }
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  return {
    unreadable: 0,
    marked: false,
    older: null,
    write: (bytes) => decoder.write(bytes),
    end: () => decoder.end() ?? "",
  };
}

/** By what Node has itself: the library knows no encoding whose bytes change their meaning. */
function createPlatformDecoder(encoding: string): TextStreamDecoder {
  const decoder = new TextDecoder(encoding);
  return {
    unreadable: 0,
    marked: false,
    older: null,
    write: (bytes) => decoder.decode(bytes, { stream: true }),
    end: () => decoder.decode(),
  };
}

/** Bytes at the end of `bytes` that begin a letter which is not complete. */
export function incompleteUtf8(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? back : 0;
    }
  }
  return 0;
}

/** Node's own decoding of whole letters is several times faster than any streaming decoder. */
class Utf8Decoder implements TextStreamDecoder {
  unreadable = 0;
  readonly marked = false;
  readonly older = null;
  #rest: Buffer = Buffer.alloc(0);
  #started = false;

  write(piece: Buffer): string {
    let bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    if (!this.#started) {
      if (bytes.length < 3) {
        this.#rest = Buffer.from(bytes);
        return "";
      }
      this.#started = true;
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
    }
    const cut = bytes.length - incompleteUtf8(bytes);
    this.#rest = Buffer.from(bytes.subarray(cut));
    return this.#decode(bytes.subarray(0, cut));
  }

  end(): string {
    const rest = this.#rest;
    this.#rest = Buffer.alloc(0);
    return rest.length === 3 && rest.equals(Buffer.from([0xef, 0xbb, 0xbf]))
      ? ""
      : this.#decode(rest);
  }

  #decode(bytes: Buffer): string {
    const text = bytes.toString();
    if (!isUtf8(bytes)) this.unreadable += text.split("\ufffd").length - 1;
    return text;
  }
}
