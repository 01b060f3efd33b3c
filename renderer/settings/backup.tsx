import { Button, PasswordInput, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconDatabaseExport } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../kit/messages/dialog.tsx";
import { ErrorPanel } from "../kit/messages/error-panel.tsx";
import { saveFile } from "../kit/save-file.tsx";
import { useAction } from "../query/use-action.ts";

const SHORTEST = 8;

/** Everything in one file, taken while the program runs. */
export function Backup() {
  const { t } = useTranslation("settings");
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconDatabaseExport size="1rem" aria-hidden />}
        onClick={dialog.open}
      >
        {t("backup.button")}
      </Button>
      <Dialog opened={opened} onClose={dialog.close} title={t("backup.title")}>
        <BackupForm onDone={dialog.close} />
      </Dialog>
    </>
  );
}

function BackupForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation("settings");
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const [error, setError] = useState<Error | null>(null);
  const create = useAction("backup.create", {
    onSuccess: (file) => {
      saveFile(file);
      onDone();
    },
    onError: setError,
  });
  const short = passphrase !== "" && passphrase.length < SHORTEST;
  const differs = again !== "" && again !== passphrase;
  const ready = passphrase === "" || (!short && again === passphrase);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setError(null);
        if (ready) create.mutate({ passphrase: passphrase === "" ? null : passphrase });
      }}
    >
      <Stack gap="md">
        <div>{t("backup.text")}</div>
        <PasswordInput
          label={t("backup.passphrase")}
          description={t("backup.passphraseHelp")}
          autoComplete="new-password"
          value={passphrase}
          error={short ? t("backup.short", { count: SHORTEST }) : null}
          visibilityToggleButtonProps={{ "aria-label": t("backup.show") }}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        {passphrase !== "" && (
          <PasswordInput
            label={t("backup.again")}
            autoComplete="new-password"
            value={again}
            error={differs ? t("backup.differs") : null}
            visibilityToggleButtonProps={{ "aria-label": t("backup.show") }}
            onChange={(event) => setAgain(event.currentTarget.value)}
          />
        )}
        {error && <ErrorPanel error={error} />}
        <Button type="submit" ml="auto" loading={create.isPending} disabled={!ready}>
          {t("backup.action")}
        </Button>
      </Stack>
    </form>
  );
}
