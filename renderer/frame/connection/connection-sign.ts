import type { Connection } from "../../../preload/types.ts";
import type { Tone } from "../../kit/state/tone.ts";

type Shown = Pick<Connection, "kind" | "hold" | "hasKey">;

/** Key of the text below the connection's name: why it cannot send, else what kind it is. */
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
