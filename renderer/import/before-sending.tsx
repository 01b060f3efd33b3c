import { useTranslation } from "react-i18next";
import type { FieldName } from "../../preload/fields.ts";
import type { AddedAgain, AmountSum } from "../../preload/types.ts";
import styles from "../components/grid/review.module.css";
import { Confirm } from "../kit/messages/confirm.tsx";
import { useFormat } from "../kit/text/use-format.ts";
import { useTexts } from "../kit/text/use-texts.ts";

export interface BeforeSendingProps {
  readonly opened: boolean;
  /** Fields that matching customers lose; null where nobody has to confirm that. */
  readonly emptied: readonly FieldName[] | null;
  readonly added: AddedAgain;
  /** How many customers go. */
  readonly rows: number;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks once, before a list goes, about everything that cannot be taken back. */
export function BeforeSending(props: BeforeSendingProps) {
  const { emptied, added, rows, ...dialog } = props;
  const { t } = useTranslation("import");
  const texts = useTexts();
  const format = useFormat();
  const again = added.before.rows + added.inList.rows > 0;
  const sentence = (key: string, { rows: count, sum }: AmountSum) =>
    count > 0 && <p>{t(key, { count, sum: format.number(Number(sum)) })}</p>;
  return (
    <Confirm
      title={t(emptied === null ? "review.againTitle" : "review.emptyTitle")}
      action={emptied === null ? t("review.againAction") : t("review.emptyAction", { count: rows })}
      danger
      {...dialog}
    >
      {sentence("review.againBefore", added.before)}
      {sentence("review.againInList", added.inList)}
      {again && <p>{t("review.againEnd")}</p>}
      {emptied !== null && (
        <>
          {t("review.emptyText", { number: format.number(emptied.length) })}
          <ul className={styles.fields}>
            {emptied.map((field) => (
              <li key={field}>{texts.field(field)}</li>
            ))}
          </ul>
          {t("review.emptyEnd")}
        </>
      )}
    </Confirm>
  );
}
