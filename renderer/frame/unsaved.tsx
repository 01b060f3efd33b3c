import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Confirm } from "../kit/messages/confirm.tsx";
import { askBeforeLeaving, leaveFreely } from "./leaving.ts";

export interface UnsavedProps {
  /** Whether there is anything to lose. */
  readonly dirty: boolean;
  /** What would be lost. */
  readonly text: string;
}

/** Asks before what was entered is lost by leaving the screen. */
export function Unsaved({ dirty, text }: UnsavedProps) {
  const { t } = useTranslation();
  const [go, setGo] = useState<(() => void) | null>(null);
  useEffect(() => (dirty ? askBeforeLeaving((on) => setGo(() => on)) : undefined), [dirty]);
  useEffect(() => {
    // The browser asks by itself; the desktop window does it in its place.
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [dirty]);
  return (
    <Confirm
      opened={go !== null}
      title={t("unsaved.title")}
      action={t("unsaved.leave")}
      cancel={t("unsaved.stay")}
      danger
      onConfirm={() => {
        setGo(null);
        if (go !== null) leaveFreely(go);
      }}
      onClose={() => setGo(null)}
    >
      {text}
    </Confirm>
  );
}
