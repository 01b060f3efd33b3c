import { Anchor } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { UndoPlan } from "../../../preload/types.ts";
import { Note } from "../../kit/messages/note.tsx";
import { useFormat } from "../../kit/text/use-format.ts";
import { useCall } from "../../query/use-call.ts";

export interface UndoLinksProps {
  readonly plan: Pick<UndoPlan, "undoes" | "undoneBy">;
  readonly onLeave: () => void;
}

/** The imports that were made to undo this one, and the one that this one undoes. */
export function UndoLinks({ plan, onLeave }: UndoLinksProps) {
  const { t } = useTranslation("history");
  if (plan.undoes === null && plan.undoneBy.length === 0) return null;
  return (
    <Note tone="neutral" icon={<IconArrowBackUp aria-hidden />}>
      {plan.undoes !== null && (
        <div>
          {t("undo.undoes")} <ImportLink importId={plan.undoes} onLeave={onLeave} />
        </div>
      )}
      {plan.undoneBy.length > 0 && (
        <div>
          {t("undo.undoneBy")}
          {plan.undoneBy.map((importId) => (
            <div key={importId}>
              <ImportLink importId={importId} onLeave={onLeave} />
            </div>
          ))}
        </div>
      )}
    </Note>
  );
}

interface ImportLinkProps {
  readonly importId: number;
  readonly onLeave: () => void;
}

function ImportLink({ importId, onLeave }: ImportLinkProps) {
  const format = useFormat();
  const found = useCall("history.get", { importId }).data;
  if (found === undefined) return null;
  return (
    <Anchor component={Link} href={`/history/${importId}`} onClick={onLeave} inherit>
      {found.fileName} · {format.exact(found.startedAt)}
    </Anchor>
  );
}
