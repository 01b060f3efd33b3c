import { useTranslation } from "react-i18next";
import { Page } from "../../frame/page.tsx";
import { ErrorPanel } from "../../kit/error-panel.tsx";
import { useCall } from "../../query/use-call.ts";
import { Stepper } from "../stepper.tsx";
import { useCrumbs } from "../use-crumbs.ts";
import { DraftsList } from "./drafts-list.tsx";
import { DropArea } from "./drop-area.tsx";
import { useOpening } from "./opening.tsx";
import { RecentFiles } from "./recent-files.tsx";
import { Welcome } from "./welcome.tsx";

/** Where an import begins: a list to choose, or a draft to go on with. */
export function StartPage() {
  const { t } = useTranslation("import");
  const opening = useOpening();
  const drafts = useCall("drafts.list", {});
  return (
    <Page
      crumbs={useCrumbs(null)}
      title={t("start.title")}
      lead={t("start.lead")}
      stepper={<Stepper current="file" />}
      width="narrow"
    >
      {opening.error && <ErrorPanel error={opening.error} />}
      <Welcome />
      <DropArea opening={opening} />
      <DraftsList drafts={drafts.data ?? []} />
      <RecentFiles />
    </Page>
  );
}
