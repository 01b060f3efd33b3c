import { useTranslation } from "react-i18next";
import type { Condition } from "../../preload/types.ts";
import { useFormat } from "../kit/text/use-format.ts";
import { useHeader } from "../kit/text/use-header.ts";

/** "City is “Bern” and Points is above 0". */
export function useConditionWords(): (conditions: readonly Condition[]) => string {
  const { t } = useTranslation("import");
  const format = useFormat();
  const called = useHeader();
  return (conditions) =>
    format.list(
      conditions.map(({ column, kind, value }) =>
        t(`options.conditionWords.${kind}`, { column: called(column), value }),
      ),
    );
}
