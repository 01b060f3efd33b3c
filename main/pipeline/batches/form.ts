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
