import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleHalf2,
  IconCircleMinus,
  IconCircleX,
  IconClock,
  IconHelpCircle,
  IconLoader2,
  type TablerIcon,
} from "@tabler/icons-react";
import type { BatchStanding, ImportStanding } from "../../../preload/types.ts";
import type { Tone } from "./tone.ts";

export type State = BatchStanding | ImportStanding | "accepted-undone" | "invalid" | "left-out";

/** The one table of how a state looks; its word is `words:states.<state>`. */
export const STATES: Readonly<Record<State, { readonly tone: Tone; readonly icon: TablerIcon }>> = {
  queued: { tone: "neutral", icon: IconCircleDashed },
  waiting: { tone: "blue", icon: IconClock },
  sending: { tone: "blue", icon: IconLoader2 },
  accepted: { tone: "green", icon: IconCircleCheck },
  "partly-accepted": { tone: "amber", icon: IconCircleHalf2 },
  rejected: { tone: "red", icon: IconCircleX },
  uncertain: { tone: "amber", icon: IconHelpCircle },
  cancelled: { tone: "neutral", icon: IconCircleMinus },
  "maybe-cancelled": { tone: "amber", icon: IconHelpCircle },
  "maybe-rejected": { tone: "amber", icon: IconHelpCircle },
  "accepted-fewer": { tone: "amber", icon: IconCircleHalf2 },
  "accepted-undone": { tone: "neutral", icon: IconArrowBackUp },
  invalid: { tone: "red", icon: IconAlertTriangle },
  "left-out": { tone: "neutral", icon: IconCircleMinus },
};
