import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconArrowBackUp } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { PRACTICE_ADDRESS } from "../../../preload/practice-address.ts";
import { useCall } from "../../query/use-call.ts";
import { leftToUndo, type UndoneImport } from "./left-to-undo.ts";
import { UndoDialog } from "./undo-dialog.tsx";

export interface UndoButtonProps {
  readonly of: UndoneImport;
  /** Stands beside the button, where there is one. */
  readonly children?: ReactNode;
}

/** Offered as long as anything is left to undo. */
export function UndoButton({ of, children }: UndoButtonProps) {
  const { t } = useTranslation("history");
  const [opened, dialog] = useDisclosure(false);
  const left = leftToUndo(of);
  const plan = useCall("undo.plan", { importId: of.id }, { enabled: left === "maybe" }).data;
  const isRest = plan !== undefined && (plan.possible || plan.sending > 0);
  const isOffered = left === "yes" || (left === "maybe" && isRest);
  // What was marked as undone in the admin pages can be marked as not done after all.
  const isMarked = of.undone === "reverted" && of.address !== PRACTICE_ADDRESS;
  return (
    <>
      {(isOffered || isMarked) && (
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size="1rem" aria-hidden />}
          onClick={dialog.open}
        >
          {t(isOffered ? "undo.button" : "undo.table.steps")}
        </Button>
      )}
      {isOffered && children}
      <UndoDialog importId={of.id} opened={opened} onClose={dialog.close} />
    </>
  );
}
