import { Button } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** Windows so low that what a person compares would find no room below what is told about it. */
const LOW = "(max-height: 49em)";

export interface Fold {
  /** How many of them are shown. */
  readonly shown: number;
  /** Opens the rest, or folds it again; null where all are shown anyway. */
  readonly toggle: ReactNode;
}

/**
 * How many of so many things are open: `usual`, in a low window one; the rest behind a button.
 * @param least of them are open always, as they ask something
 */
export function useFold(count: number, usual: number, least = 0): Fold {
  const { t } = useTranslation();
  const low = useMediaQuery(LOW, false, { getInitialValueInEffect: false });
  const [open, { toggle }] = useDisclosure(false);
  const most = Math.max(least, low ? 1 : usual);
  if (count <= most) return { shown: count, toggle: null };
  return {
    shown: open ? count : most,
    toggle: (
      <Button size="compact-xs" variant="subtle" color="gray" aria-expanded={open} onClick={toggle}>
        {open ? t("fold.less") : t("fold.more", { count: count - most })}
      </Button>
    ),
  };
}
