/** The encoding of bytes that are no UTF-8. */
export function guessLegacyEncoding(_bytes: Buffer): string {
  return "windows-1252";
}
