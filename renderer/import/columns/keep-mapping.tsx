import { Button, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBookmark } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Draft } from "../../../preload/types.ts";
import { announce } from "../../kit/messages/announce.tsx";
import { Confirm } from "../../kit/messages/confirm.tsx";
import { useAction } from "../../query/use-action.ts";

/** Keeps the mapping under a name, for every list with the same columns. */
export function KeepMapping({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation("import");
  const [asking, ask] = useDisclosure(false);
  const [name, setName] = useState(draft.remembered?.name ?? draft.fileName);
  const keep = useAction("drafts.keepMapping", {
    onSuccess: (kept) => {
      announce(t("columns.kept", { name: kept.name }));
      ask.close();
    },
  });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconBookmark size="1rem" aria-hidden />}
        onClick={ask.open}
      >
        {t("columns.keep")}
      </Button>
      <Confirm
        opened={asking}
        title={t("columns.keep")}
        action={t("columns.keep")}
        busy={keep.isPending}
        disabled={name.trim() === ""}
        onConfirm={() => keep.mutate({ draftId: draft.id, name })}
        onClose={ask.close}
      >
        <TextInput
          label={t("columns.keepName")}
          description={t("columns.keepHelp")}
          maxLength={200}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Confirm>
    </>
  );
}
