import { IconCircleCheck, IconTable } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { RowFilter } from "../../../preload/types.ts";
import { Empty } from "../../kit/messages/empty.tsx";

/** A filter that leaves no row: for problems and warnings that is good news. */
export function EmptyRows({ filter }: { readonly filter: RowFilter }) {
  const { t } = useTranslation("import");
  const good = filter === "errors" || filter === "warnings";
  return (
    <Empty
      icon={good ? <IconCircleCheck aria-hidden /> : <IconTable aria-hidden />}
      title={t(`review.none.${filter}`)}
      text={t(good ? "review.noneGood" : "review.nonePlain")}
    />
  );
}
