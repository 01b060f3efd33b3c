import { useTranslation } from "react-i18next";
import { useAction } from "../query/use-action.ts";
import { SavedNumber } from "./saved-number.tsx";

const MOST = 10_000;

export interface BatchSizeProps {
  readonly rows: number;
  readonly disabled: boolean;
}

/** Rows in a batch, for every connection without a number of its own. */
export function BatchSize({ rows, disabled }: BatchSizeProps) {
  const { t } = useTranslation("settings");
  const set = useAction("settings.set");
  return (
    <SavedNumber
      label={t("batchRows")}
      value={rows}
      max={MOST}
      disabled={disabled}
      busy={set.isPending}
      onSave={(batchRows) => set.mutate({ batchRows })}
    />
  );
}
