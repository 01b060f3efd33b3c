import { ActionIcon, Group, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconDownload, IconPencil, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RememberedMapping } from "../../preload/types.ts";
import { Confirm } from "../kit/confirm.tsx";
import { useSave } from "../kit/use-save.ts";
import { useAction } from "../query/use-action.ts";

/** Renames, exports and removes a mapping; a removal can be taken back. */
export function MappingActions({ mapping }: { readonly mapping: RememberedMapping }) {
  const { t } = useTranslation("connections");
  const { id, name } = mapping;
  const [asking, ask] = useDisclosure(false);
  const [next, setNext] = useState(name);
  const save = useSave();
  const exporting = useAction("mappings.export", { onSuccess: save });
  const rename = useAction("mappings.rename", { onSuccess: ask.close });
  const remove = useAction("mappings.remove");
  return (
    <Group gap="0.25rem" wrap="nowrap">
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t("mappings.rename", { name })}
        onClick={ask.open}
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
      <Confirm
        opened={asking}
        title={t("mappings.renameAction")}
        action={t("mappings.renameAction")}
        busy={rename.isPending}
        disabled={next.trim() === ""}
        onConfirm={() => rename.mutate({ id, name: next })}
        onClose={ask.close}
      >
        <TextInput
          label={t("mappings.name")}
          maxLength={200}
          data-autofocus
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
      </Confirm>
    </Group>
  );
}
