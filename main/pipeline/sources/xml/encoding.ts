/**
 * XML pieces as UTF-8. OOXML also allows UTF-16, told by the byte order mark or by the "<" that
 * every part starts with; small writers also declare the encoding of their country.
 */
export async function* asUtf8(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | null | undefined;
  for await (const piece of pieces) {
    if (decoder === undefined) decoder = utf16Decoder(piece) ?? declaredDecoder(piece);
    if (decoder === null) yield piece;
    else yield Buffer.from(decoder.decode(piece, { stream: true }));
  }
}

function utf16Decoder(piece: Buffer): TextDecoder | null {
  const [first, second] = piece;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) {
    return new TextDecoder("utf-16le");
  }
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) {
    return new TextDecoder("utf-16be");
  }
  return null;
}

const DECLARED = /^<\?xml[^>]*\sencoding=["']([\w.:-]+)["']/;

function declaredDecoder(piece: Buffer): TextDecoder | null {
  const name = DECLARED.exec(piece.toString("latin1", 0, 200))?.[1] ?? "utf-8";
  // What is read here is no UTF-16, whatever it declares.
  if (/^utf/i.test(name)) return null;
  try {
    return new TextDecoder(name);
  } catch {
    // A name that nobody knows says nothing.
    return null;
  }
}
