import { posix } from "node:path";
import { visitElements } from "../xml/elements.ts";
import { asUtf8 } from "../xml/encoding.ts";
import type { Archive } from "../zip/archive.ts";

export interface Relationship {
  readonly id: string;
  /** The last word of the type: "worksheet", "sharedStrings"; the same in strict OOXML. */
  readonly type: string;
  /** The part's full name. */
  readonly target: string;
}

const MAX_RELATIONSHIPS_BYTES = 16 * 1024 * 1024;

/** The relationships of a part ("" for the package); none where their part is missing. */
export async function readRelationships(archive: Archive, part: string): Promise<Relationship[]> {
  const folder = posix.dirname(part);
  const name = posix.join(folder, "_rels", `${posix.basename(part)}.rels`);
  const found: Relationship[] = [];
  if (!archive.has(name)) return found;
  await visitElements(asUtf8(archive.pieces(name, MAX_RELATIONSHIPS_BYTES)), {
    open(element, attribute) {
      if (element !== "Relationship" || attribute("TargetMode") === "External") return;
      const target = targetName(attribute("Target") ?? "");
      found.push({
        id: attribute("Id") ?? "",
        type: (attribute("Type") ?? "").split("/").at(-1) ?? "",
        target: target.startsWith("/") ? target.slice(1) : posix.join(folder, target),
      });
    },
  });
  return found;
}

/** A target is an address: what is no letter of one stands there as "%20". */
function targetName(target: string): string {
  const name = target.replaceAll("\\", "/");
  try {
    return decodeURIComponent(name);
  } catch {
    // A percent sign that is only a percent sign.
    return name;
  }
}
