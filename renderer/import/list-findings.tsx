import { Stack } from "@mantine/core";
import type { Draft, Finding } from "../../preload/types.ts";
import { useFold } from "../kit/messages/use-fold.tsx";
import { useAction } from "../query/use-action.ts";
import { ListFinding } from "./list-finding.tsx";

/** Open at once; in a low window one is. */
const OPEN = 5;

/** What the list's shape shows, each with the one press that does the obvious thing about it. */
export function ListFindings({ draft }: { readonly draft: Draft }) {
  const read = useAction("drafts.setReading");
  const asks = ({ choices = [] }: Finding) => choices.length > 0;
  const sorted = draft.findings.toSorted((a, b) => Number(asks(b)) - Number(asks(a)));
  const fold = useFold(sorted.length, OPEN, sorted.filter(asks).length);
  const shown = sorted.slice(0, fold.shown);
  if (shown.length === 0) return null;
  return (
    <Stack gap="xs">
      {shown.map((finding) => (
        <ListFinding
          key={`${finding.code}/${finding.column ?? ""}`}
          finding={finding}
          busy={read.isPending}
          onChange={(change) => read.mutate({ draftId: draft.id, ...change })}
        >
          {finding === shown.at(-1) && fold.toggle}
        </ListFinding>
      ))}
    </Stack>
  );
}
