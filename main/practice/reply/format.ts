import { assertNever } from "../../../preload/assert-never.ts";
import type { Form } from "../form.ts";
import { flag } from "../parameters.ts";
import { Refusal } from "../refusal.ts";
import { toJson, toJsonp } from "./json.ts";
import type { HttpReply, ReplyFormat, ReplyObject } from "./reply.ts";
import { toXml } from "./xml.ts";

const MAX_CALLBACK = 100;
/** A function's name or a path of names: nothing else may stand before the parenthesis. */
const CALLBACK = /^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/;

/**
 * The output a request asks for. "If not provided, defaults to XML"; a `callback` makes it JSONP
 * unless XML is asked for by name; "condensed" applies to JSON and JSONP only.
 * @throws Refusal for an unknown output or a callback that is no function's name.
 */
export function replyFormat(form: Form): ReplyFormat {
  const output = (form.get("output") ?? "").toUpperCase();
  if (output !== "" && output !== "XML" && output !== "JSON") {
    throw new Refusal("Parameter output must be JSON or XML");
  }
  const callback = form.get("callback") ?? "";
  if (callback !== "" && (callback.length > MAX_CALLBACK || !CALLBACK.test(callback))) {
    throw new Refusal("Parameter callback must be the name of a function");
  }
  const condensed = flag(form, "condensed");
  if (output === "XML") return { kind: "xml" };
  if (callback !== "") return { kind: "jsonp", callback, condensed };
  return output === "JSON" ? { kind: "json", condensed } : { kind: "xml" };
}

/** Writes a reply; "success" and "error" alike travel with HTTP status 200. */
export function writeReply(reply: ReplyObject, format: ReplyFormat): HttpReply {
  switch (format.kind) {
    case "xml":
      return httpReply("text/xml", toXml(reply));
    case "json":
      return httpReply("application/json", toJson(reply, format.condensed));
    case "jsonp":
      return httpReply("application/javascript", toJsonp(reply, format.callback, format.condensed));
    default:
      return assertNever(format);
  }
}

function httpReply(type: string, text: string): HttpReply {
  return {
    status: 200,
    headers: { "content-type": `${type}; charset=utf-8` },
    body: Buffer.from(text, "utf8"),
  };
}
