import { ActionIcon, Group } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import styles from "./table.module.css";

export interface PagerProps {
  readonly offset: number;
  readonly limit: number;
  readonly total: number;
  readonly onOffset: (offset: number) => void;
}

/** Turns the pages of a long table. */
export function Pager({ offset, limit, total, onOffset }: PagerProps) {
  const { t } = useTranslation();
  if (total <= limit) return null;
  return (
    <Group gap="xs" justify="flex-end">
      <span className={`${styles.quiet} figures`}>
        {t("pageOf", { from: offset + 1, to: Math.min(total, offset + limit), total })}
      </span>
      <ActionIcon
        variant="default"
        aria-label={t("previousPage")}
        disabled={offset === 0}
        onClick={() => onOffset(Math.max(0, offset - limit))}
      >
        <IconChevronLeft size="1rem" aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label={t("nextPage")}
        disabled={offset + limit >= total}
        onClick={() => onOffset(offset + limit)}
      >
        <IconChevronRight size="1rem" aria-hidden />
      </ActionIcon>
    </Group>
  );
}
