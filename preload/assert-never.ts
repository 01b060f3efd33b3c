/** Closes a `switch` over a union: a kind that is added later is a type error here. */
export function assertNever(value: never): never {
  throw new TypeError(`Unexpected kind: ${JSON.stringify(value)?.slice(0, 100)}`);
}
