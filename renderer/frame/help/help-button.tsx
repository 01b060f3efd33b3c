import { ActionIcon } from "@mantine/core";
import { IconHelp } from "@tabler/icons-react";
import { lazy, Suspense, useEffect, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { helpPageOf } from "../../kit/help/help-pages.ts";
import { helpPlace, onHelp, showHelp } from "../../kit/help/help-state.ts";

/** Comes when it is first asked for. */
const Help = lazy(async () => ({ default: (await import("./help.tsx")).Help }));

/** Beside the title of every screen; F1 does the same. */
export function HelpButton() {
  const { t } = useTranslation();
  const [address] = useLocation();
  const place = useSyncExternalStore(onHelp, helpPlace);
  const page = helpPageOf(address);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "F1" || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      // What a dialog asks comes first.
      if (document.querySelector('[role="dialog"]') === null) showHelp({ page });
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [page]);
  // Another screen has a page of its own.
  useEffect(() => () => showHelp(null), []);
  return (
    <>
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={t("help.button")}
        aria-haspopup="dialog"
        title={t("help.button")}
        onClick={() => showHelp({ page })}
      >
        <IconHelp size="1.125rem" aria-hidden />
      </ActionIcon>
      {place !== null && (
        <Suspense fallback={null}>
          <Help place={place} />
        </Suspense>
      )}
    </>
  );
}
