import { useTranslation } from "react-i18next";
import { Confirm } from "../kit/messages/confirm.tsx";
import { errorData } from "../query/call.ts";

/** Whether saving was refused only because nobody has agreed to keep a key without a key store. */
export function asksForConsent(error: Error | null): boolean {
  return error !== null && errorData(error).code === "weak-key-store";
}

export interface AcceptWeakKeyStoreProps {
  /** Of the last try to save. */
  readonly error: Error | null;
  readonly onAccept: () => void;
  readonly onClose: () => void;
}

/** Asks once whether an API key may be kept on a computer without a key store. */
export function AcceptWeakKeyStore({ error, onAccept, onClose }: AcceptWeakKeyStoreProps) {
  const { t } = useTranslation("connections");
  return (
    <Confirm
      opened={asksForConsent(error)}
      title={t("weak.title")}
      action={t("weak.accept")}
      onConfirm={onAccept}
      onClose={onClose}
    >
      {t("weak.text")}
    </Confirm>
  );
}
