import { Button, Group, Stack, Text } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Example, Finding, ReadingChange } from "../../preload/types.ts";
import { Note } from "../kit/messages/note.tsx";
import { useTexts } from "../kit/text/use-texts.ts";

export interface ListFindingProps {
  readonly finding: Finding;
  readonly busy: boolean;
  readonly onChange: (change: ReadingChange) => void;
  /** Stands at the end of the sentence. */
  readonly children?: ReactNode;
}

/** A sentence, the value that shows it, and the press or presses that do something about it. */
export function ListFinding({ finding, busy, onChange, children }: ListFindingProps) {
  const { t } = useTranslation();
  const texts = useTexts();
  const { remedy, example, choices = [] } = finding;
  return (
    <Note tone={choices.length > 0 ? "red" : "amber"} icon={<IconInfoCircle aria-hidden />}>
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap">
          <Stack gap={2} flex={1}>
            <span>{texts.problem(finding)}</span>
            {example !== undefined && <Shown example={example} />}
          </Stack>
          {remedy !== undefined && (
            <Button
              size="xs"
              variant="default"
              style={{ flexShrink: 0 }}
              loading={busy}
              onClick={() => onChange(remedy)}
            >
              {t(`problems:${finding.code}-remedy`, finding.params)}
            </Button>
          )}
          {children}
        </Group>
        {choices.length > 0 && (
          <Group gap="xs">
            {choices.map((choice) => (
              <Button
                key={choice.name}
                size="xs"
                variant="default"
                disabled={busy}
                onClick={() => onChange(choice.change)}
              >
                {`${choice.name}: ${choice.seen}`}
              </Button>
            ))}
          </Group>
        )}
      </Stack>
    </Note>
  );
}

/** A value as it is read, and as it would be. */
function Shown({ example: { seen, meant } }: { readonly example: Example }) {
  return (
    <Text size="sm" fw={600} dir="auto">
      {meant === undefined ? seen : `${seen} → ${meant}`}
    </Text>
  );
}
