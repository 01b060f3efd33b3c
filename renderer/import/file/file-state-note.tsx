import { Button, FileButton, Group } from "@mantine/core";
import { IconFileAlert } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Draft } from "../../../preload/types.ts";
import { LIST_FILES } from "../../components/list-files.ts";
import { Note } from "../../kit/messages/note.tsx";

export interface FileStateNoteProps {
  readonly state: Exclude<Draft["fileState"], "same">;
  readonly busy: boolean;
  readonly onReadAgain: () => void;
  readonly onChoose: (file: File) => void;
}

/** The file on the disk is another than the one that was read, or gone, and what to do about it. */
export function FileStateNote({ state, busy, onReadAgain, onChoose }: FileStateNoteProps) {
  const { t } = useTranslation("import");
  return (
    <Note tone="amber" icon={<IconFileAlert aria-hidden />}>
      <Group justify="space-between">
        <span>{t(`file.${state}`)}</span>
        {state === "changed" ? (
          <Button size="xs" variant="default" loading={busy} onClick={onReadAgain}>
            {t("file.readAgain")}
          </Button>
        ) : (
          <FileButton
            accept={LIST_FILES}
            onChange={(file: File | null) => file !== null && onChoose(file)}
          >
            {(props) => (
              <Button {...props} size="xs" variant="default" loading={busy}>
                {t("file.chooseAgain")}
              </Button>
            )}
          </FileButton>
        )}
      </Group>
    </Note>
  );
}
