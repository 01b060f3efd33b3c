import { ActionIcon } from "@mantine/core";
import { IconHelp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { showHelp } from "./help-state.ts";
import type { HelpWord } from "./help-words.ts";
import styles from "./word.module.css";

/** Behind a word that the help explains: pressed, it says what the word means. */
export function Word({ word }: { readonly word: HelpWord }) {
  const { t } = useTranslation();
  const label = t("help.word", { word: t(`help.words.${word}`) });
  return (
    <ActionIcon
      className={styles.word ?? ""}
      size="xs"
      variant="subtle"
      color="gray"
      aria-label={label}
      aria-haspopup="dialog"
      title={label}
      onClick={() => showHelp({ page: "words", word })}
    >
      <IconHelp size="0.9375rem" aria-hidden />
    </ActionIcon>
  );
}
