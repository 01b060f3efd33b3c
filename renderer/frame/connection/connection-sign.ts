import type { Connection } from "../../../preload/types.ts";
import type { Tone } from "../../kit/state/tone.ts";

type Shown = Pick<Connection, "kind" | "hold" | "hasKey">;

/** The key of the word below the connection's name: what keeps it from sending comes first. */
export function kindOf({ hold, hasKey, kind }: Shown): string {
  if (hold !== null) return `hold.${hold}`;
  return hasKey ? `connectionKind.${kind}` : "connectionKind.keyless";
}

/** The colour of its dot. */
export function toneOf({ hold, hasKey, kind }: Shown): Tone {
  if (hold === "credentials") return "red";
  if (hold === "paused" || !hasKey) return "amber";
  return kind === "practice" ? "blue" : "green";
}
