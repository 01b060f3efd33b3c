import { Button, Title } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { UNREACHABLE } from "../host/bridge.ts";
import { isNotLoaded } from "../host/not-loaded.ts";
import { ErrorPanel } from "../kit/messages/error-panel.tsx";
import { CallError } from "../query/call.ts";
import styles from "./page.module.css";

function whatHappened(error: unknown): unknown {
  return isNotLoaded(error) ? new CallError({ ...UNREACHABLE, detail: error.message }) : error;
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
