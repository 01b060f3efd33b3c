import { Button, Group } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Draft, Finding } from "../../../preload/types.ts";
import { Note } from "../../kit/messages/note.tsx";
import { useTexts } from "../../kit/text/use-texts.ts";
import { useAction } from "../../query/use-action.ts";

/** By notice about unchanged rows: the text of the button that stands beside it. */
const OFFERS: Readonly<Record<string, string>> = {
  "rows-unchanged-offer": "review.leaveUnchangedOut",
  "rows-unchanged": "review.sendUnchanged",
  "no-import-before": "review.compareNoMore",
};

export function isOfUnchanged({ code }: Finding): boolean {
  return code in OFFERS;
}

export interface OnlyChangedProps {
  readonly draft: Draft;
  readonly notices: readonly Finding[];
  /** Starts the check anew. */
  readonly onCheck: () => void;
}

/** "Only what changed": rows that were sent before unchanged are left out, or go too. */
export function OnlyChanged({ draft, notices, onCheck }: OnlyChangedProps) {
  const { t } = useTranslation("import");
  const texts = useTexts();
  const set = useAction("drafts.setOptions", { onSuccess: onCheck });
  const { onlyChanged = false, ...options } = draft.options;
  const turn = () =>
    set.mutate({
      draftId: draft.id,
      options: onlyChanged ? options : { ...options, onlyChanged: true },
    });
  const mayTurn = draft.trial.importId === null && draft.restores === null;
  return notices.filter(isOfUnchanged).map((notice) => (
    <Note key={notice.code} tone="amber" icon={<IconInfoCircle aria-hidden />}>
      <Group justify="space-between" wrap="nowrap">
        <span>{texts.problem(notice)}</span>
        {mayTurn && (
          <Button
            size="xs"
            variant="default"
            style={{ flexShrink: 0 }}
            loading={set.isPending}
            onClick={turn}
          >
            {t(OFFERS[notice.code] ?? "", { count: Number(notice.params.count ?? 0) })}
          </Button>
        )}
      </Group>
    </Note>
  ));
}
