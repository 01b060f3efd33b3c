import { Button, Group, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { Dialog } from "../kit/dialog.tsx";
import { Quiet } from "../kit/table.tsx";
import { useSave } from "../kit/use-save.ts";
import { useAction } from "../query/use-action.ts";
import { Licences } from "./licences.tsx";

/** A report for support, and what the program is made of. */
export function About() {
  const { t } = useTranslation("settings");
  const save = useSave();
  const bundle = useAction("app.supportBundle", { onSuccess: save });
  const [shown, licences] = useDisclosure(false);
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          loading={bundle.isPending}
          onClick={() => bundle.mutate({})}
        >
          {t("bundle")}
        </Button>
        <Button size="xs" variant="default" onClick={licences.open}>
          {t("licences")}
        </Button>
      </Group>
      <Quiet>{t("bundleHelp")}</Quiet>
      <Dialog opened={shown} onClose={licences.close} title={t("licences")} size="lg">
        <Licences />
      </Dialog>
    </Stack>
  );
}
