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
 * unless XML is asked for by name; "condensed" applies to JSON and JSONP only. What is not
 * understood is passed over here, so that `checkOutput` can complain in a format that was.
 */
export function replyFormat(form: Form): ReplyFormat {
  const output = outputOf(form);
  const callback = form.get("callback") ?? "";
  const condensed = form.get("condensed") === "yes";
  if (output === "XML") return { kind: "xml" };
  if (isFunctionName(callback)) return { kind: "jsonp", callback, condensed };
  return output === "JSON" ? { kind: "json", condensed } : { kind: "xml" };
}

/** @throws Refusal for an unknown output, a callback that is no function's name, an odd flag. */
export function checkOutput(form: Form): void {
  if (!["", "XML", "JSON"].includes(outputOf(form))) {
    throw new Refusal("Parameter output must be JSON or XML");
  }
  const callback = form.get("callback") ?? "";
  if (callback !== "" && !isFunctionName(callback)) {
    throw new Refusal("Parameter callback must be the name of a function");
  }
  flag(form, "condensed");
}

function outputOf(form: Form): string {
  return (form.get("output") ?? "").toUpperCase();
}

function isFunctionName(callback: string): boolean {
  return callback.length <= MAX_CALLBACK && CALLBACK.test(callback);
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
