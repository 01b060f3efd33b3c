/**
 * Gives the memory of bytes back at once, which are empty from then on. Whoever reads one block after
 * another has each in the memory of the last: by itself memory is given back when V8 next collects
 * garbage, and to have the system bring new pages for each block takes longer than to read it.
 * @param bytes nobody else looks at their buffer any more
 */
export function giveBack(bytes: Uint8Array): void {
  const { buffer } = bytes;
  // Small buffers that Node makes lie together in one of this size.
  if (!(buffer instanceof ArrayBuffer) || buffer.byteLength === Buffer.poolSize) return;
  buffer.transfer(0);
}
