import { Button, Group, Stack } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Draft } from "../../preload/types.ts";
import { Note } from "../kit/messages/note.tsx";
import { useTexts } from "../kit/text/use-texts.ts";
import { useAction } from "../query/use-action.ts";

/** What the list's shape shows, each with the one press that does the obvious thing about it. */
export function ListFindings({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const texts = useTexts();
  const read = useAction("drafts.setReading");
  if (draft.findings.length === 0) return null;
  return (
    <Stack gap="xs">
      {draft.findings.map((finding) => (
        <Note
          key={`${finding.code}/${finding.column ?? ""}`}
          tone="amber"
          icon={<IconInfoCircle aria-hidden />}
        >
          <Group justify="space-between" wrap="nowrap">
            <span>{texts.problem(finding)}</span>
            {finding.remedy !== undefined && (
              <Button
                size="xs"
                variant="default"
                style={{ flexShrink: 0 }}
                loading={read.isPending}
                onClick={() => read.mutate({ draftId: draft.id, ...finding.remedy })}
              >
                {t(`problems:${finding.code}-remedy`, finding.params)}
              </Button>
            )}
          </Group>
        </Note>
      ))}
    </Stack>
  );
}
