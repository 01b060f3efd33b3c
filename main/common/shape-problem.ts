import type { z } from "zod";
import { t } from "./text.ts";

/**
 * What is wrong with a part of a file, half a sentence in the person's language: the checking
 * library's own words are English whatever language they would stand in.
 * @param document what was checked
 */
export function shapeProblem(issue: z.core.$ZodIssue, document: unknown): string {
  switch (issue.code) {
    case "invalid_type":
      return isMissing(issue, document) ? say("missing") : say(TYPES[issue.expected] ?? "form");
    case "invalid_value":
      return say("one-of", { names: issue.values.map(String).join(", ") });
    case "too_small":
      return issue.origin === "string" || issue.origin === "array"
        ? say("empty")
        : say("at-least", { number: Number(issue.minimum) });
    case "too_big":
      return say(TOO_BIG[issue.origin] ?? "at-most", { number: Number(issue.maximum) });
    case "unrecognized_keys":
      return say("unknown", { names: issue.keys.join(", ") });
    case "invalid_format":
      return issue.format === "url" ? say("https") : say("form");
    case "invalid_union":
      return isMissing(issue, document) ? say("missing") : say("form");
    default:
      return say("form");
  }
}

/** Where a text that is no JSON has its mistake, half a sentence. @param error of `JSON.parse` */
export function jsonProblem(error: unknown): string {
  const told = error instanceof Error ? error.message : "";
  const [, line, character] = /line (\d+) column (\d+)/.exec(told) ?? [];
  if (line !== undefined && character !== undefined) return say("json-at", { line, character });
  return say(/end of JSON/.test(told) ? "json-end" : "not-json");
}

const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  number: "number",
  int: "whole",
  boolean: "yes-no",
  array: "list",
  object: "object",
  record: "object",
};

const TOO_BIG: Readonly<Record<string, string>> = { string: "too-long", array: "too-many" };

function say(key: string, params: Readonly<Record<string, string | number>> = {}): string {
  return t(`words:shape.${key}`, params);
}

function isMissing({ path }: z.core.$ZodIssue, document: unknown): boolean {
  const found = path.reduce<unknown>(
    (part, key) => (isRecord(part) ? part[String(key)] : undefined),
    document,
  );
  return found === undefined;
}

function isRecord(part: unknown): part is Readonly<Record<string, unknown>> {
  return typeof part === "object" && part !== null;
}
