import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ROOT } from "../../main/entries/start/root.ts";

/** All texts of a language by "namespace:path.of.keys". */
export type Texts = ReadonlyMap<string, string>;

/** Where there are texts, by language and namespace. */
export const SIDES = ["renderer/messages", "preload/messages"] as const;

export function readTexts(language: string): Texts {
  const files = SIDES.flatMap((side) =>
    globSync(`${side}/${language}/*.json`, { cwd: ROOT }).map((file) => join(ROOT, file)),
  );
  return new Map(
    files.flatMap((file) =>
      flatten(JSON.parse(readFileSync(file, "utf8")), `${basename(file, ".json")}:`),
    ),
  );
}

function flatten(tree: unknown, prefix: string): readonly (readonly [string, string])[] {
  if (typeof tree === "string") return [[prefix, tree]];
  return Object.entries(tree as Readonly<Record<string, unknown>>).flatMap(([key, value]) =>
    flatten(value, `${prefix}${prefix.endsWith(":") ? "" : "."}${key}`),
  );
}
