import { ActionIcon, Group } from "@mantine/core";
import { IconDownload, IconPencil, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { RememberedMapping } from "../../../preload/types.ts";
import { saveFile } from "../../kit/save-file.tsx";
import { useAction } from "../../query/use-action.ts";

/** Changes, exports and removes a mapping; a removal can be taken back. */
export function MappingActions({ mapping }: { readonly mapping: RememberedMapping }) {
  const { t } = useTranslation("connections");
  const { id, name } = mapping;
  const exporting = useAction("mappings.export", { onSuccess: saveFile });
  const remove = useAction("mappings.remove");
  return (
    <Group gap="0.25rem" wrap="nowrap">
      <ActionIcon
        component={Link}
        href={`/connections/mappings/${id}`}
        variant="subtle"
        color="gray"
        aria-label={t("mappings.edit", { name })}
      >
        <IconPencil size="1rem" aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t("mappings.export", { name })}
        loading={exporting.isPending}
        onClick={() => exporting.mutate({ id })}
      >
        <IconDownload size="1rem" aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t("mappings.remove", { name })}
        loading={remove.isPending}
        onClick={() => remove.mutate({ id })}
      >
        <IconTrash size="1rem" aria-hidden />
      </ActionIcon>
    </Group>
  );
}
