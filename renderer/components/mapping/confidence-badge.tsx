import {
  IconCircleCheck,
  IconCircleDotted,
  IconHandClick,
  IconHelpCircle,
  type TablerIcon,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Confidence } from "../../../preload/types.ts";
import { Badge } from "../../kit/state/badge.tsx";
import type { Tone } from "../../kit/state/tone.ts";

type Shown = Confidence | "chosen";

const LOOKS: Readonly<Record<Shown, { readonly tone: Tone; readonly icon: TablerIcon }>> = {
  certain: { tone: "green", icon: IconCircleCheck },
  likely: { tone: "blue", icon: IconCircleDotted },
  unsure: { tone: "amber", icon: IconHelpCircle },
  chosen: { tone: "neutral", icon: IconHandClick },
};

/** How sure a proposal is; "chosen" where the person made it. */
export function ConfidenceBadge({ confidence }: { readonly confidence: Confidence | undefined }) {
  const { t } = useTranslation();
  const shown = confidence ?? "chosen";
  const { tone, icon: Icon } = LOOKS[shown];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {t(`confidence.${shown}`)}
    </Badge>
  );
}
