export interface Parameter {
  readonly name: string;
  readonly value: string;
}

/** `application/x-www-form-urlencoded` in UTF-8, blanks as `+`. The order is kept. */
export function encodeForm(parameters: readonly Parameter[]): string {
  return parameters
    .map(({ name, value }) => `${encodeValue(name)}=${encodeValue(value)}`)
    .join("&");
}

/**
 * @throws URIError for a text with half a surrogate pair: UTF-8 cannot hold it, and a value is
 * never changed silently.
 */
function encodeValue(text: string): string {
  return encodeURIComponent(text).replaceAll("%20", "+");
}

const UNRESERVED = new Uint8Array(128);
for (const character of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'() ") {
  UNRESERVED[character.charCodeAt(0)] = 1;
}

/** Bytes that `encodeForm` makes of a text, without making it. */
export function encodedLength(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x80) bytes += UNRESERVED[code] === 1 ? 1 : 3;
    else if (code < 0x800) bytes += 6;
    // Half of a pair: 6 of the pair's 12.
    else if (code >= 0xd800 && code <= 0xdfff) bytes += 6;
    else bytes += 9;
  }
  return bytes;
}
