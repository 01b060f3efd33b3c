import { useTranslation } from "react-i18next";
import styles from "./chart.module.css";
import { READ } from "./chart-data.ts";

/** What the colours of the bars stand for, in the order of the bars. */
export function Legend() {
  const { t } = useTranslation("history");
  return (
    <ul className={styles.legend}>
      {READ.map(({ key, tone }) => (
        <li key={key} data-tone={tone} className={styles.entry}>
          <span className={styles.mark} aria-hidden />
          {t(`chart.series.${key}`)}
        </li>
      ))}
    </ul>
  );
}
