import { Button, Group, PasswordInput, Stack } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../kit/messages/dialog.tsx";
import {
  answerQuestion,
  currentQuestion,
  onQuestion,
  type PasswordQuestion,
} from "../../query/password-question.ts";

/** Asks for the password of an encrypted list, over whatever screen reads it. */
export function PasswordDialog() {
  const { t } = useTranslation();
  const question = useSyncExternalStore(onQuestion, currentQuestion);
  return (
    <Dialog
      opened={question !== null}
      title={t("password.title")}
      onClose={() => answerQuestion(null)}
    >
      {question !== null && <Form question={question} />}
    </Dialog>
  );
}

function Form({ question }: { readonly question: PasswordQuestion }) {
  const { t } = useTranslation();
  const { file, wrong, busy } = question;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!wrong || busy) return;
    box.current?.focus();
    box.current?.select();
  }, [wrong, busy]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const password = box.current?.value ?? "";
    if (password === "") box.current?.focus();
    else answerQuestion(password);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <div>{t("password.text", { file })}</div>
        <PasswordInput
          ref={box}
          data-autofocus
          label={t("password.label")}
          description={t("password.help")}
          autoComplete="off"
          maxLength={255}
          error={wrong && !busy ? t("password.wrong") : undefined}
          visibilityToggleButtonProps={{ "aria-label": t("password.show") }}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => answerQuestion(null)} disabled={busy}>
            {t("notNow")}
          </Button>
          <Button type="submit" loading={busy}>
            {t("password.open")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
