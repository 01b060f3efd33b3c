import { IconLock, IconLockExclamation } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Note } from "../../kit/messages/note.tsx";
import { useCall } from "../../query/use-call.ts";

/** Says how API keys are kept on this machine. */
export function KeyProtection() {
  const { t } = useTranslation("connections");
  const protection = useCall("app.info", {}).data?.keyProtection;
  if (protection === undefined) return null;
  const strong = protection.kind !== "weak";
  return (
    <Note
      tone={strong ? "neutral" : "amber"}
      icon={strong ? <IconLock aria-hidden /> : <IconLockExclamation aria-hidden />}
    >
      {t(`protection.${protection.kind}`, { backend: protection.backend })}
    </Note>
  );
}
