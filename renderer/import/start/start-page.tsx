import { lazy, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Page } from "../../frame/page.tsx";
import { afterFirstScreen } from "../../kit/after-first-screen.ts";
import { ErrorPanel } from "../../kit/messages/error-panel.tsx";
import { useCall } from "../../query/use-call.ts";
import { Stepper } from "../stepper.tsx";
import { useCrumbs } from "../use-crumbs.ts";
import { DropArea } from "./drop-area.tsx";
import { useOpening } from "./opening.tsx";
import { loadSteps } from "./use-open-file.ts";
import { Welcome } from "./welcome.tsx";

/** Lists to go on with: loaded right after the first screen, which every person needs. */
const DraftsList = lazy(async () => ({
  default: (await afterFirstScreen(() => import("./drafts-list.tsx"))).DraftsList,
}));
const RecentFiles = lazy(async () => ({
  default: (await afterFirstScreen(() => import("./recent-files.tsx"))).RecentFiles,
}));

const NoListYet = lazy(async () => ({
  default: (await afterFirstScreen(() => import("./no-list-yet.tsx"))).NoListYet,
}));

/**
 * Where an import begins: a list to choose, or a draft to go on with. What comes later stands below
 * the buttons: they must not move away under somebody's click, which would be lost.
 */
export function StartPage() {
  const { t } = useTranslation("import");
  const opening = useOpening();
  const drafts = useCall("drafts.list", {}).data ?? [];
  useEffect(() => {
    afterFirstScreen(async () => loadSteps()).catch(() => undefined);
  }, []);
  return (
    <Page
      crumbs={useCrumbs(null)}
      title={t("start.title")}
      lead={t("start.lead")}
      stepper={<Stepper current="file" />}
      width="narrow"
    >
      {opening.error && <ErrorPanel error={opening.error} />}
      <DropArea opening={opening} />
      <Suspense fallback={null}>
        <DraftsList drafts={drafts} />
        <RecentFiles />
        <NoListYet />
      </Suspense>
      {drafts.length === 0 && <Welcome />}
    </Page>
  );
}
