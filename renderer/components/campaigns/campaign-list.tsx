import { ActionIcon } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconCoins, IconHelpCircle, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Campaign } from "../../../preload/types.ts";
import { announce } from "../../kit/messages/announce.tsx";
import { Badge } from "../../kit/state/badge.tsx";
import styles from "./campaigns.module.css";

export interface CampaignListProps {
  readonly chosen: readonly string[];
  /** What the connection lists; null where that is not known. */
  readonly known: readonly Campaign[] | null;
  /** Marks the first one as the one that gets the amounts. */
  readonly autoAdd: boolean;
  readonly onChange: (campaigns: readonly string[]) => void;
}

/** The chosen campaigns in the person's order; buttons, or Alt with the arrow keys, move one. */
export function CampaignList({ chosen, known, autoAdd, onChange }: CampaignListProps) {
  const { t } = useTranslation("import");
  const move = (from: number, to: number) => {
    const id = chosen[from];
    if (id === undefined || to < 0 || to >= chosen.length) return;
    onChange(chosen.toSpliced(from, 1).toSpliced(to, 0, id));
    announce(t("options.moved", { name: nameOf(known, id), place: to + 1, count: chosen.length }));
  };
  if (chosen.length === 0) return null;
  return (
    <ol className={styles.campaigns}>
      {chosen.map((id, index) => (
        <li
          key={id}
          className={styles.campaign}
          onKeyDown={(event) => {
            if (!event.altKey) return;
            if (event.key === "ArrowUp") move(index, index - 1);
            if (event.key === "ArrowDown") move(index, index + 1);
          }}
        >
          <span className={styles.place}>{index + 1}</span>
          <span className={styles.campaignName}>
            <div>{nameOf(known, id)}</div>
            {nameOf(known, id) !== id && <div className={`${styles.campaignId} mono`}>{id}</div>}
          </span>
          {known !== null && !known.some((one) => one.id === id) && (
            <Badge tone="amber" icon={<IconHelpCircle aria-hidden />}>
              {t("options.notListed")}
            </Badge>
          )}
          {index === 0 && autoAdd && (
            <Badge tone="blue" icon={<IconCoins aria-hidden />}>
              {t("options.autoAddHere")}
            </Badge>
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={index === 0}
            aria-label={t("options.up", { name: nameOf(known, id) })}
            onClick={() => move(index, index - 1)}
          >
            <IconArrowUp size="1rem" aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={index === chosen.length - 1}
            aria-label={t("options.down", { name: nameOf(known, id) })}
            onClick={() => move(index, index + 1)}
          >
            <IconArrowDown size="1rem" aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("options.removeCampaign", { name: nameOf(known, id) })}
            onClick={() => onChange(chosen.filter((one) => one !== id))}
          >
            <IconX size="1rem" aria-hidden />
          </ActionIcon>
        </li>
      ))}
    </ol>
  );
}

function nameOf(known: readonly Campaign[] | null, id: string): string {
  return known?.find((one) => one.id === id)?.name ?? id;
}
