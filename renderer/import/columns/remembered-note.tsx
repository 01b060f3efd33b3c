import { Anchor } from "@mantine/core";
import { IconWand } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Draft } from "../../../preload/types.ts";
import { Note } from "../../kit/messages/note.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useAction } from "../../query/use-action.ts";

export interface RememberedNoteProps {
  readonly draftId: number;
  readonly remembered: NonNullable<Draft["remembered"]>;
}

/** Which mapping was used again, what differs since, and the way to let go of it. */
export function RememberedNote({ draftId, remembered }: RememberedNoteProps) {
  const { t } = useTranslation("import");
  const format = useFormat();
  const forget = useAction("drafts.forgetMapping");
  const { name, usedAt, addedHeaders, goneHeaders } = remembered;
  const names = (headers: readonly string[]) => ({
    count: headers.length,
    names: format.list(headers),
  });
  return (
    <Note tone="blue" icon={<IconWand aria-hidden />}>
      {t("columns.remembered", { name, time: format.moment(usedAt) })}{" "}
      {addedHeaders.length > 0 && t("columns.newSince", names(addedHeaders))}{" "}
      {goneHeaders.length > 0 && t("columns.goneSince", names(goneHeaders))}{" "}
      <Anchor
        component="button"
        type="button"
        inherit
        underline="always"
        disabled={forget.isPending}
        onClick={() => forget.mutate({ draftId })}
      >
        {t("columns.forget")}
      </Anchor>
    </Note>
  );
}
