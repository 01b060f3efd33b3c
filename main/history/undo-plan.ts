import type { UndoPlan } from "../../preload/types.ts";
import { t } from "../text.ts";

/** What could be undone of an import: nothing from here as yet, and the plan says so. */
export function undoPlan(importId: number): UndoPlan {
  return { importId, possible: false, message: t("words:undo.nothing") };
}
