import { useTranslation } from "react-i18next";
import type { ImportDetail } from "../../../preload/types.ts";
import { Page, type PageProps } from "../../frame/page.tsx";
import { Loaded } from "../../kit/loaded.tsx";
import { useCall } from "../../query/use-call.ts";
import { Stepper } from "../stepper.tsx";
import { useCrumbs } from "../use-crumbs.ts";
import { Result, titleOfResult } from "./result.tsx";
import { SendFooter } from "./send-footer.tsx";
import { Sending } from "./sending.tsx";
import { type Still, useStill } from "./use-still.ts";

/** The list on its way, and what became of it. It may be left: the queue goes on by itself. */
export function SendPage({ importId }: { readonly importId: number }) {
  const { t } = useTranslation("import");
  const query = useCall("history.get", { importId });
  const detail = query.data;
  const still = useStill(detail);
  const trialEnded = detail !== undefined && detail.trialOf !== null && detail.counts.open === 0;
  const lead = trialEnded ? "send.trialLead" : leadOf(detail, still);
  const arrived = trialEnded && detail.standing === "accepted";
  const title = t(arrived ? "send.title.trial" : titleOf(detail, still), {
    name: detail?.connectionName,
  });
  return (
    <Page
      crumbs={useCrumbs(detail?.fileName ?? "…")}
      title={title}
      {...(lead === null ? {} : { lead: t(lead) })}
      account={accountOf(detail)}
      stepper={<Stepper current="send" />}
      width="narrow"
      footer={detail && <SendFooter detail={detail} />}
    >
      <Loaded query={query}>
        {(shown) =>
          shown.counts.open > 0 ? (
            <Sending detail={shown} still={still} />
          ) : (
            <Result detail={shown} title={title} />
          )
        }
      </Loaded>
    </Page>
  );
}

function accountOf(detail: ImportDetail | undefined): PageProps["account"] {
  return detail && { connectionId: detail.connectionId, name: detail.connectionName };
}

type Shown = Pick<ImportDetail, "state" | "standing" | "counts"> | undefined;

function titleOf(detail: Shown, still: Still | null): string {
  if (detail === undefined) return "send.title.loading";
  if (detail.counts.open === 0) return titleOfResult(detail);
  if (still === null) return "send.title.sending";
  const waits = still.kind === "offline" || still.kind === "waiting";
  return `send.title.${waits ? still.kind : "held"}`;
}

function leadOf(detail: Shown, still: Still | null): string | null {
  if (detail !== undefined && detail.counts.open === 0) return null;
  return still === null ? "send.lead" : "send.leadStill";
}
