import { Button } from "@mantine/core";
import { IconTableDown } from "@tabler/icons-react";
import { saveFile } from "../../kit/save-file.tsx";
import { useAction } from "../../query/use-action.ts";

export interface SaveListToFillProps {
  readonly connectionId: number;
  /** A button without a frame, for a place where other ways are offered beside it. */
  readonly quiet?: boolean;
  readonly label: string;
}

/** Saves an empty workbook with a column for each field of an account. */
export function SaveListToFill({ connectionId, quiet = false, label }: SaveListToFillProps) {
  const saving = useAction("connections.saveListToFill", { onSuccess: saveFile });
  return (
    <Button
      size={quiet ? "sm" : "xs"}
      variant={quiet ? "subtle" : "default"}
      leftSection={<IconTableDown size="1rem" aria-hidden />}
      loading={saving.isPending}
      onClick={() => saving.mutate({ id: connectionId })}
    >
      {label}
    </Button>
  );
}
