/** A parsed reply, whatever it was written in: texts, lists, objects. Numbers stay as written. */
export type ReplyNode = string | boolean | null | readonly ReplyNode[] | ReplyObject;

export interface ReplyObject {
  readonly [name: string]: ReplyNode;
}

export function isReplyObject(node: ReplyNode | undefined): node is ReplyObject {
  return typeof node === "object" && node !== null && !Array.isArray(node);
}

/** An own member; names such as `__proto__` and `constructor` find nothing but what was sent. */
export function member(node: ReplyNode | undefined, name: string): ReplyNode | undefined {
  return isReplyObject(node) && Object.hasOwn(node, name) ? node[name] : undefined;
}

/** A member that is a text, cut of blanks; undefined for anything else. */
export function textMember(node: ReplyNode | undefined, name: string): string | undefined {
  const value = member(node, name);
  return typeof value === "string" ? value.trim() : undefined;
}

/** A list as it is; anything else that is there as a list of one. */
export function asList(node: ReplyNode | undefined): readonly ReplyNode[] {
  if (node === undefined || node === null) return [];
  return isList(node) ? node : [node];
}

function isList(node: ReplyNode): node is readonly ReplyNode[] {
  return Array.isArray(node);
}
