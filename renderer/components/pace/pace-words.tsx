import { useTranslation } from "react-i18next";
import { useFormat } from "../../kit/text/use-format.ts";
import styles from "./pace-words.module.css";

/** "1,250 rows a second, about 4 minutes left". */
export function PaceWords({
  perSecond,
  left,
}: {
  readonly perSecond: number | null;
  /** Rows. */
  readonly left: number;
}) {
  const { t } = useTranslation("words");
  const format = useFormat();
  if (perSecond === null || perSecond <= 0) return null;
  return (
    <span className={styles.quiet}>
      {t("pace", {
        rows: format.number(Math.max(1, Math.round(perSecond))),
        left: format.duration(left / perSecond),
      })}
    </span>
  );
}
