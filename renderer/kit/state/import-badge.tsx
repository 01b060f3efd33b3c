import { IconArrowBackUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ImportSummary } from "../../../preload/types.ts";
import { Badge } from "./badge.tsx";
import { StateBadge } from "./state-badge.tsx";

/** Where an import stands; one that was undone does not read as one that is in force. */
export function ImportBadge({ of }: { readonly of: Pick<ImportSummary, "standing" | "undone"> }) {
  const { t } = useTranslation("words");
  if (of.undone === null) return <StateBadge state={of.standing} />;
  return (
    <Badge tone="neutral" icon={<IconArrowBackUp aria-hidden />}>
      {t(`undo.undone.${of.undone}`)}
    </Badge>
  );
}
