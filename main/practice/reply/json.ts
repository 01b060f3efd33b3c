import type { ReplyObject } from "./reply.ts";

/** JSON; "condensed: yes" leaves out all white space. */
export function toJson(reply: ReplyObject, condensed: boolean): string {
  return condensed ? JSON.stringify(reply) : JSON.stringify(reply, null, 4);
}

/**
 * JSONP: the reply as the argument of a call. Characters that could end a script or its line are
 * written as escapes.
 */
export function toJsonp(reply: ReplyObject, callback: string, condensed: boolean): string {
  const json = toJson(reply, condensed).replace(
    /[<>\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return condensed ? `${callback}(${json});` : `${callback}(${json});\n`;
}
