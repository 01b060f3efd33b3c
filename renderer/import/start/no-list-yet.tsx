import { Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { SaveListToFill } from "../../components/connections/list-to-fill.tsx";
import { useCall } from "../../query/use-call.ts";

/** Who has no list gets one to fill in, for the account that a new list is proposed for. */
export function NoListYet() {
  const { t } = useTranslation("import");
  const id = useCall("connections.proposed", {}).data?.id ?? null;
  if (id === null) return null;
  return (
    <Group justify="center">
      <SaveListToFill connectionId={id} quiet label={t("start.listToFill")} />
    </Group>
  );
}
