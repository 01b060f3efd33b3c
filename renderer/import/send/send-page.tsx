import { useTranslation } from "react-i18next";
import type { ImportDetail } from "../../../preload/types.ts";
import { Page } from "../../frame/page.tsx";
import { Loaded } from "../../kit/loaded.tsx";
import { useCall } from "../../query/use-call.ts";
import { Stepper } from "../stepper.tsx";
import { useCrumbs } from "../use-crumbs.ts";
import { Result, titleOfResult } from "./result.tsx";
import { SendFooter } from "./send-footer.tsx";
import { Sending } from "./sending.tsx";

/** The list on its way, and what became of it. It may be left: the queue goes on by itself. */
export function SendPage({ importId }: { readonly importId: number }) {
  const { t } = useTranslation("import");
  const query = useCall("history.get", { importId });
  const detail = query.data;
  const moving = detail === undefined || (detail.counts.open > 0 && detail.hold === null);
  const trialEnded = detail !== undefined && detail.trialOf !== null && detail.counts.open === 0;
  const lead = moving ? "send.lead" : trialEnded ? "send.trialLead" : null;
  return (
    <Page
      crumbs={useCrumbs(detail?.fileName ?? "…")}
      title={t(trialEnded && detail.state === "accepted" ? "send.title.trial" : titleOf(detail))}
      {...(lead === null ? {} : { lead: t(lead) })}
      stepper={<Stepper current="send" />}
      width="narrow"
      footer={detail && <SendFooter detail={detail} />}
    >
      <Loaded query={query}>
        {(shown) =>
          shown.counts.open > 0 ? <Sending detail={shown} /> : <Result detail={shown} />
        }
      </Loaded>
    </Page>
  );
}

function titleOf(detail: Pick<ImportDetail, "state" | "counts" | "hold"> | undefined): string {
  if (detail === undefined) return "send.title.loading";
  if (detail.counts.open > 0)
    return detail.hold === null ? "send.title.sending" : "send.title.held";
  return titleOfResult(detail);
}
