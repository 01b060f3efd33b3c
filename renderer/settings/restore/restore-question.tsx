import { Button, Group, PasswordInput, Stack } from "@mantine/core";
import { IconClockPause, IconKey, IconLockX, IconShieldCheck } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CheckedBackup } from "../../../preload/types.ts";
import { ErrorPanel } from "../../kit/messages/error-panel.tsx";
import { Note } from "../../kit/messages/note.tsx";
import { Facts } from "../../kit/text/facts.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { errorData } from "../../query/call.ts";
import { ContentsTable } from "./contents-table.tsx";

export interface RestoreQuestionProps {
  readonly checked: CheckedBackup;
  /** A button to choose another file. */
  readonly other: ReactNode;
  readonly busy: boolean;
  /** Why the last try to restore failed. */
  readonly error: Error | null;
  readonly onRestore: (passphrase: string | null) => void;
  readonly onClose: () => void;
}

/** What was found in the backup beside what is here now, and the question. */
export function RestoreQuestion(props: RestoreQuestionProps) {
  const { t } = useTranslation("settings");
  const format = useFormat();
  const { checked, other, busy, error } = props;
  const { opens, backup } = checked;
  const keys = keysToEnter(checked);
  const [passphrase, setPassphrase] = useState("");
  const start = useRef<HTMLFormElement>(null);
  useEffect(() => start.current?.focus(), []);
  const wrong = error !== null && errorData(error).code === "backup-passphrase";
  const made = checked.takenAt === null ? t("restore.unknown") : format.exact(checked.takenAt);
  return (
    <form
      ref={start}
      tabIndex={-1}
      aria-label={t("restore.found")}
      onSubmit={(event) => {
        event.preventDefault();
        props.onRestore(opens === "here" ? null : passphrase);
      }}
    >
      <Stack gap="md">
        <Facts
          facts={[
            { name: t("restore.file"), value: checked.fileName },
            { name: t("restore.made"), value: made },
            { name: t("restore.size"), value: format.bytes(checked.bytes) },
          ]}
        />
        <Note tone="green" icon={<IconShieldCheck aria-hidden />}>
          {t("restore.whole")}
        </Note>
        <ContentsTable backup={backup} now={checked.now} />
        {opens === "never" ? (
          <Note tone="red" icon={<IconLockX aria-hidden />} alert>
            {t("restore.never")}
          </Note>
        ) : (
          <div>{t("restore.aside")}</div>
        )}
        {opens !== "never" && backup.waiting > 0 && (
          <Note tone="amber" icon={<IconClockPause aria-hidden />}>
            {t("restore.waits", { count: backup.waiting })}
          </Note>
        )}
        {keys.length > 0 && (
          <Note tone="amber" icon={<IconKey aria-hidden />}>
            {t("restore.keys", { names: format.list(keys) })}
          </Note>
        )}
        {opens === "passphrase" && (
          <PasswordInput
            label={t("restore.passphrase")}
            description={t("restore.passphraseHelp")}
            autoComplete="off"
            value={passphrase}
            error={wrong ? t("restore.wrong") : null}
            visibilityToggleButtonProps={{ "aria-label": t("backup.show") }}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
        )}
        {error && !wrong && <ErrorPanel error={error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" disabled={busy} onClick={props.onClose}>
            {t("common:notNow")}
          </Button>
          {other}
          {opens !== "never" && (
            <Button
              type="submit"
              color="red"
              loading={busy}
              disabled={opens === "passphrase" && passphrase === ""}
            >
              {t("restore.action")}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

/** Connections whose API keys have to be entered again afterwards. */
function keysToEnter({ opens, backup }: CheckedBackup): readonly string[] {
  switch (opens) {
    case "here":
      return backup.keysLeftOut;
    case "passphrase":
      return [...new Set([...backup.withKey, ...backup.keysLeftOut])];
    case "never":
      return [];
  }
}
