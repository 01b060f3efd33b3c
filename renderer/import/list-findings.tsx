import { Stack } from "@mantine/core";
import type { Draft } from "../../preload/types.ts";
import { useAction } from "../query/use-action.ts";
import { ListFinding } from "./list-finding.tsx";

/** What the list's shape shows, each with the one press that does the obvious thing about it. */
export function ListFindings({ draft }: { readonly draft: Draft }) {
  const read = useAction("drafts.setReading");
  if (draft.findings.length === 0) return null;
  return (
    <Stack gap="xs">
      {draft.findings.map((finding) => (
        <ListFinding
          key={`${finding.code}/${finding.column ?? ""}`}
          finding={finding}
          busy={read.isPending}
          onChange={(change) => read.mutate({ draftId: draft.id, ...change })}
        />
      ))}
    </Stack>
  );
}
