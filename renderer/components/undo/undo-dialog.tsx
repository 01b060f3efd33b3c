import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Loaded } from "../../kit/loaded.tsx";
import { Dialog } from "../../kit/messages/dialog.tsx";
import { useCall } from "../../query/use-call.ts";
import { UndoPlanView } from "./undo-plan-view.tsx";

export interface UndoDialogProps {
  readonly importId: number;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** What else can be chosen, below the plan. */
  readonly children?: ReactNode;
}

/** Shows what undoing an import would do, before anything happens. */
export function UndoDialog({ importId, opened, onClose, children }: UndoDialogProps) {
  const { t } = useTranslation("history");
  const query = useCall("undo.plan", { importId }, { enabled: opened });
  const name = useCall("history.get", { importId }, { enabled: opened }).data?.fileName;
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      size="lg"
      title={name === undefined ? t("undo.title") : t("undo.titleOf", { name })}
    >
      <Loaded query={query} bars={4}>
        {(plan) => <UndoPlanView plan={plan} onDone={onClose} />}
      </Loaded>
      {children}
    </Dialog>
  );
}
