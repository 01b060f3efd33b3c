/** What a reply says, before it is written as XML, JSON or JSONP. Counts are texts. */
export type ReplyValue = string | readonly ReplyValue[] | ReplyObject;

export interface ReplyObject {
  readonly [name: string]: ReplyValue;
}

export type ReplyFormat =
  | { readonly kind: "xml" }
  | { readonly kind: "json"; readonly condensed: boolean }
  | { readonly kind: "jsonp"; readonly callback: string; readonly condensed: boolean };

/** A reply as it leaves, in bytes. */
export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** One message is told as `error`, several as `errors`. */
export function errorReply(messages: readonly string[]): ReplyObject {
  const [first] = messages;
  if (first !== undefined && messages.length === 1) return { status: "error", error: first };
  return { status: "error", errors: messages };
}
