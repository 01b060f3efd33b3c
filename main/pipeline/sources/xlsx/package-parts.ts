import { posix } from "node:path";
import { visitElements } from "../xml/elements.ts";
import { asUtf8 } from "../xml/encoding.ts";
import type { Archive } from "../zip/archive.ts";

export interface Relationship {
  readonly id: string;
  /** The last word of the type: "worksheet", "sharedStrings"; the same in strict OOXML. */
  readonly type: string;
  /** Whether the type is one of the standard's, and not an extension's with the same last word. */
  readonly isStandard: boolean;
  /** The part's full name. */
  readonly target: string;
}

const MAX_RELATIONSHIPS_BYTES = 16 * 1024 * 1024;
const TYPES = [
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  "http://purl.oclc.org/ooxml/officeDocument/relationships",
];
/** Namespaces of the attributes that name a relationship; the last where none is declared. */
export const RELATIONSHIPS: ReadonlySet<string> = new Set([...TYPES, "?r", "?relationships"]);

/** The relationships of a part ("" for the package); none where their part is missing. */
export async function readRelationships(archive: Archive, part: string): Promise<Relationship[]> {
  const folder = posix.dirname(part);
  const name = posix.join(folder, "_rels", `${posix.basename(part)}.rels`);
  const found: Relationship[] = [];
  if (!archive.has(name)) return found;
  await visitElements(asUtf8(archive.pieces(name, MAX_RELATIONSHIPS_BYTES)), {
    open({ name: element, parent, attribute }) {
      if (element !== "Relationship" || parent !== "Relationships") return;
      if (attribute("TargetMode") === "External") return;
      const target = targetName(attribute("Target") ?? "");
      const type = attribute("Type") ?? "";
      const cut = type.lastIndexOf("/");
      found.push({
        id: attribute("Id") ?? "",
        type: type.slice(cut + 1),
        isStandard: TYPES.includes(type.slice(0, cut)),
        target: target.startsWith("/") ? target.slice(1) : posix.join(folder, target),
      });
    },
  });
  return found;
}

/** The relationship of a type: the standard's own before one that only ends like it. */
export function linkOf(links: readonly Relationship[], type: string): Relationship | undefined {
  const alike = links.filter((link) => link.type === type);
  return alike.find((link) => link.isStandard) ?? alike[0];
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
