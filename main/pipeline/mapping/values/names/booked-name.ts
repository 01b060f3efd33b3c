import type { Name } from "./name-titles.ts";

const WORD = "\\p{Lu}[\\p{Lu}'’-]+";
const TITLE = "(?:MR|MRS|MS|MISS|MSTR|DR|PROF|SR|SRA|HERR|FRAU|MME)";
/** `LAKE/ANN MS`, `LAKE/ANN`; "ANN/BEN LAKE" are a couple. */
const BOOKED = new RegExp(
  `^(${WORD}(?: ${WORD})*)/(?:(${WORD}(?: ${WORD})*?) (${TITLE})|(${WORD}))$`,
  "u",
);

/** A name as travel bookings write it; null for any other. The title stays with the given name. */
export function bookedName(name: string): Name | null {
  if (!name.includes("/")) return null;
  const [, family = "", titled, title, given = titled ?? ""] = BOOKED.exec(name) ?? [];
  if (family === "") return null;
  return { given: title === undefined ? given : `${title} ${given}`, family };
}
