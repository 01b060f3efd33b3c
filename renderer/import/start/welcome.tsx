import { CloseButton } from "@mantine/core";
import { IconArrowBackUp, IconChecklist, IconFlask, type TablerIcon } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useAction } from "../../query/use-action.ts";
import { useCall } from "../../query/use-call.ts";
import styles from "./welcome.module.css";

const LINES: readonly { readonly name: string; readonly icon: TablerIcon }[] = [
  { name: "check", icon: IconChecklist },
  { name: "practice", icon: IconFlask },
  { name: "safe", icon: IconArrowBackUp },
];

/** First words on an empty installation: until the first import, or until closed for good. */
export function Welcome() {
  const { t } = useTranslation("import");
  const welcomed = useCall("settings.get", {}).data?.welcomed ?? true;
  const imports = useCall("history.list", { offset: 0, limit: 1 }, { enabled: !welcomed }).data;
  const set = useAction("settings.set");
  if (welcomed || imports === undefined || imports.total > 0) return null;
  return (
    <section className={styles.welcome} aria-labelledby="welcome-title">
      <div className={styles.head}>
        <h2 className={styles.title} id="welcome-title">
          {t("welcome.title")}
        </h2>
        <CloseButton
          size="sm"
          aria-label={t("welcome.close")}
          onClick={() => set.mutate({ welcomed: true })}
        />
      </div>
      <ul className={styles.lines}>
        {LINES.map(({ name, icon: Icon }) => (
          <li key={name}>
            <Icon aria-hidden />
            <span>
              <strong>{t(`welcome.${name}.name`)}</strong> {t(`welcome.${name}.text`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
