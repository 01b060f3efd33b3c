import { Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Confirm } from "../../kit/messages/confirm.tsx";

export interface ReplaceAllProps {
  readonly opened: boolean;
  readonly onReplace: (from: string, to: string) => void;
  readonly onClose: () => void;
}

/** Asks which value becomes which, in all rows with the same problem. */
export function ReplaceAll({ opened, onReplace, onClose }: ReplaceAllProps) {
  const { t } = useTranslation("import");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  /** The next time it opens empty. */
  const close = () => {
    setFrom("");
    setTo("");
    onClose();
  };
  return (
    <Confirm
      opened={opened}
      title={t("review.replaceTitle")}
      action={t("review.replaceAction")}
      disabled={from === ""}
      onConfirm={() => {
        onReplace(from, to);
        close();
      }}
      onClose={close}
    >
      <Stack gap="sm">
        <TextInput
          label={t("review.replaceFrom")}
          description={t("review.replaceWhole")}
          value={from}
          data-autofocus
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          label={t("review.replaceTo")}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </Stack>
    </Confirm>
  );
}
