import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../kit/dialog.tsx";
import { Loaded } from "../../kit/loaded.tsx";
import { useCall } from "../../query/use-call.ts";
import { UndoPlanView } from "./undo-plan-view.tsx";

/** Shows what undoing an import would do, before anything happens. */
export function UndoButton({ importId }: { readonly importId: number }) {
  const { t } = useTranslation("history");
  const [opened, dialog] = useDisclosure(false);
  const query = useCall("undo.plan", { importId }, { enabled: opened });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size="1rem" aria-hidden />}
        onClick={dialog.open}
      >
        {t("undo.button")}
      </Button>
      <Dialog opened={opened} onClose={dialog.close} size="lg" title={t("undo.title")}>
        <Loaded query={query} bars={4}>
          {(plan) => <UndoPlanView plan={plan} onDone={dialog.close} />}
        </Loaded>
      </Dialog>
    </>
  );
}
