import { IconFilter } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Condition } from "../../../preload/types.ts";
import { useConditionWords } from "../../components/use-condition-words.ts";
import { Note } from "../../kit/messages/note.tsx";

/** Which rows of the list are sent, in words, where not all of them are. */
export function OnlyWhere({ conditions }: { readonly conditions: readonly Condition[] }) {
  const { t } = useTranslation("import");
  const words = useConditionWords();
  if (conditions.length === 0) return null;
  return (
    <Note tone="blue" icon={<IconFilter aria-hidden />}>
      {t("options.onlyWhere", { conditions: words(conditions) })}
    </Note>
  );
}
