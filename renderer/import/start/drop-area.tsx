import { Button, FileButton } from "@mantine/core";
import { IconTableImport } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { LIST_FILES } from "../../components/list-files.ts";
import { Word } from "../../kit/help/word.tsx";
import styles from "./drop-area.module.css";
import type { OpenFile } from "./use-open-file.ts";

export interface DropAreaProps {
  readonly opening: OpenFile;
}

/** The place to drop a list on; the whole window takes it, this is where that is said. */
export function DropArea({ opening }: DropAreaProps) {
  const { t } = useTranslation("import");
  return (
    <div className={styles.area}>
      <IconTableImport className={styles.icon} aria-hidden />
      <div className={styles.title}>
        {t("start.drop")}
        <Word word="list" />
      </div>
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
