import { Button, Title } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { UNREACHABLE } from "../host/bridge.ts";
import { ErrorPanel } from "../kit/messages/error-panel.tsx";
import { CallError } from "../query/call.ts";
import styles from "./page.module.css";

/** What browsers say where a file of the window cannot be loaded: the program has ended. */
const NOT_LOADED = /dynamically imported module|preload CSS|module script/i;

function whatHappened(error: unknown): unknown {
  const isGone = error instanceof Error && NOT_LOADED.test(error.message);
  return isGone ? new CallError({ ...UNREACHABLE, detail: error.message }) : error;
}

/** In the place of a screen that cannot be shown: what happened, what is kept, what to do. */
export function BrokenScreen({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.body}>
      <div className={styles.inner} data-width="narrow">
        <div>
          <Title order={1} ref={heading} tabIndex={-1}>
            {t("broken.title")}
          </Title>
          <div className={styles.lead}>{t("broken.kept")}</div>
        </div>
        <ErrorPanel error={whatHappened(error)}>
          <Button size="xs" variant="default" onClick={() => location.reload()}>
            {t("broken.reload")}
          </Button>
        </ErrorPanel>
      </div>
    </div>
  );
}
