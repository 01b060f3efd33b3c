import { IconColumns3 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Note } from "../../kit/messages/note.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import type { HeaderChange } from "./header-change.ts";

/** After a file was picked anew: its columns are those of the one before, or how they differ. */
export function ChosenAgainNote({ added, gone }: HeaderChange) {
  const { t } = useTranslation("import");
  const format = useFormat();
  const same = added.length + gone.length === 0;
  const names = (headers: readonly string[]) => ({
    count: headers.length,
    names: format.list(headers),
  });
  return (
    <Note tone={same ? "green" : "amber"} icon={<IconColumns3 aria-hidden />} alert>
      {t(same ? "file.sameColumns" : "file.otherColumns")}{" "}
      {added.length > 0 && t("columns.newSince", names(added))}{" "}
      {gone.length > 0 && t("columns.goneSince", names(gone))}
    </Note>
  );
}
