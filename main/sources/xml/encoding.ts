/**
 * XML pieces as UTF-8: OOXML also allows UTF-16, which some tools write. Told by the byte order
 * mark, or by the "<" that every part starts with.
 */
export async function* asUtf8(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | null | undefined;
  for await (const piece of pieces) {
    if (decoder === undefined) decoder = utf16Decoder(piece);
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
