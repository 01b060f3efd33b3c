import { Button, Collapse, Group } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconAlertCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { errorData } from "../../query/call.ts";
import { Technical } from "../text/technical.tsx";
import { useTexts } from "../text/use-texts.ts";
import { Note } from "./note.tsx";

export interface ErrorPanelProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly children?: ReactNode;
}

/** What happened and what to do; the code and the technical detail behind "Details". */
export function ErrorPanel({ error, onRetry, children }: ErrorPanelProps) {
  const { t } = useTranslation();
  const texts = useTexts();
  const [open, { toggle }] = useDisclosure(false);
  const data = errorData(error);
  const detail = data.detail === undefined ? data.code : `${data.code}\n${data.detail}`;
  return (
    <Note tone="red" icon={<IconAlertCircle aria-hidden />} alert>
      <div>{texts.error(data)}</div>
      <Group gap="xs" mt="xs">
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t("again")}
          </Button>
        )}
        {children}
        <Button size="xs" variant="default" onClick={toggle} aria-expanded={open}>
          {t("details")}
        </Button>
      </Group>
      <Collapse expanded={open}>
        <Technical text={detail} />
      </Collapse>
    </Note>
  );
}
