import { useTranslation } from "react-i18next";
import { useAction } from "../query/use-action.ts";
import { SavedNumber } from "./saved-number.tsx";

const MOST = 10_000;

/** Rows in a batch, for every connection without a number of its own. */
export function BatchSize({ rows }: { readonly rows: number }) {
  const { t } = useTranslation("settings");
  const set = useAction("settings.set");
  return (
    <SavedNumber
      label={t("batchRows")}
      value={rows}
      max={MOST}
      busy={set.isPending}
      onSave={(batchRows) => set.mutate({ batchRows })}
    />
  );
}
