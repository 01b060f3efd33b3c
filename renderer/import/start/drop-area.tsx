import { Button, FileButton } from "@mantine/core";
import { IconTableImport } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import styles from "./drop-area.module.css";
import type { Opening } from "./opening.tsx";

/** What a person may choose as a list. */
export const LIST_FILES = ".xlsx,.xlsm,.xlsb,.xls,.ods,.csv,.tsv,.txt";

/** The place to drop a list on; the whole window takes it, this is where that is said. */
export function DropArea({ opening }: { readonly opening: Opening }) {
  const { t } = useTranslation("import");
  return (
    <div className={styles.area} data-over={opening.over || undefined}>
      <IconTableImport className={styles.icon} aria-hidden />
      <div className={styles.title}>{t(opening.over ? "start.dropNow" : "start.drop")}</div>
      <div className={styles.hint}>{t("start.formats")}</div>
      <div className={styles.buttons}>
        <FileButton
          accept={LIST_FILES}
          onChange={(file: File | null) => file !== null && opening.open(file)}
        >
          {(props) => (
            <Button {...props} size="md" loading={opening.busy}>
              {t("start.choose")}
            </Button>
          )}
        </FileButton>
        <Button size="md" variant="default" disabled={opening.busy} onClick={opening.openSample}>
          {t("start.sample")}
        </Button>
      </div>
    </div>
  );
}
