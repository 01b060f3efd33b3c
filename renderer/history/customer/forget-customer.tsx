import { Button, Checkbox, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconUserX } from "@tabler/icons-react";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ForgetResult } from "../../../preload/types.ts";
import { Loaded } from "../../kit/loaded.tsx";
import { Confirm } from "../../kit/messages/confirm.tsx";
import { Said, showToast } from "../../kit/messages/toast.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useAction } from "../../query/use-action.ts";
import { useCall } from "../../query/use-call.ts";
import styles from "../history.module.css";

export interface ForgetCustomerProps {
  readonly about: { readonly customer: string; readonly connectionId?: number };
  readonly onDone: () => void;
}

/** Takes one person out of everything that is kept here; says before what goes. */
export function ForgetCustomer({ about, onDone }: ForgetCustomerProps) {
  const { t } = useTranslation("history");
  const [opened, dialog] = useDisclosure(false);
  const [includeQueue, setIncludeQueue] = useState(false);
  const counts = useCall(
    "history.forget",
    { ...about, confirm: false, includeQueue: true },
    { enabled: opened },
  );
  const forget = useAction("history.forget", {
    onSuccess: (result) => {
      dialog.close();
      showToast({ message: <Said say={(say) => forgotten(say, result)} /> });
      onDone();
    },
  });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconUserX size="1rem" aria-hidden />}
        onClick={() => {
          setIncludeQueue(false);
          dialog.open();
        }}
      >
        {t("forget.button")}
      </Button>
      <Confirm
        opened={opened}
        title={t("forget.title", { customer: about.customer })}
        action={t("forget.action")}
        danger
        busy={forget.isPending}
        disabled={counts.data === undefined}
        onConfirm={() => forget.mutate({ ...about, confirm: true, includeQueue })}
        onClose={dialog.close}
      >
        <Loaded query={counts} bars={3}>
          {(result) => (
            <Stack gap="sm">
              <What result={result} />
              {result.queuedRows > 0 && (
                <Checkbox
                  label={t("forget.queue", { count: result.queuedRows })}
                  description={t("forget.queueHelp")}
                  checked={includeQueue}
                  onChange={(event) => setIncludeQueue(event.currentTarget.checked)}
                />
              )}
              <div>{t("forget.stays")}</div>
            </Stack>
          )}
        </Loaded>
      </Confirm>
    </>
  );
}

/** What goes, by count. */
function What({ result }: { readonly result: ForgetResult }) {
  const { t } = useTranslation("history");
  const format = useFormat();
  const { codes, cards, emails } = result.known;
  const keys = [...new Set([...codes, ...cards, ...emails])];
  return (
    <>
      {keys.length > 0 && <div>{t("forget.known", { keys: format.list(keys) })}</div>}
      <div>{t("forget.goes")}</div>
      <ul className={styles.list}>
        <li>
          {t("forget.rows", {
            count: result.rows - result.queuedRows,
            imports: t("forget.imports", { count: result.imports }),
          })}
        </li>
        {result.draftRows > 0 && <li>{t("forget.drafts", { count: result.draftRows })}</li>}
        {result.leftOutRows > 0 && <li>{t("forget.leftOut", { count: result.leftOutRows })}</li>}
        <li>{t("forget.replies")}</li>
        {result.copies > 0 && <li>{t("forget.copies", { count: result.copies })}</li>}
        {result.putAside > 0 && <li>{t("forget.putAside", { count: result.putAside })}</li>}
      </ul>
    </>
  );
}

function forgotten(say: TFunction, { rows, keptRows, done }: ForgetResult): string {
  return [
    say("history:forget.done", { count: rows - keptRows }),
    ...(done ? [] : [say("words:forget-not-cleared")]),
    ...(keptRows > 0 ? [say("history:forget.kept", { count: keptRows })] : []),
  ].join(" ");
}
