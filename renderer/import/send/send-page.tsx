import { useTranslation } from "react-i18next";
import type { ImportDetail } from "../../../preload/types.ts";
import { Page, type PageProps } from "../../frame/page.tsx";
import { Loaded } from "../../kit/loaded.tsx";
import { useCall } from "../../query/use-call.ts";
import { Stepper } from "../stepper.tsx";
import { useCrumbs } from "../use-crumbs.ts";
import { Result } from "./result.tsx";
import { SendFooter } from "./send-footer.tsx";
import { sendTitle } from "./send-title.ts";
import { Sending } from "./sending.tsx";
import { useStill } from "./use-still.ts";

/** The list on its way, and what became of it. It may be left: the queue goes on by itself. */
export function SendPage({ importId }: { readonly importId: number }) {
  const { t } = useTranslation("import");
  const query = useCall("history.get", { importId });
  const detail = query.data;
  const still = useStill(detail);
  const { title: titleKey, lead } = sendTitle(detail, still);
  const title = t(titleKey, { name: detail?.connectionName });
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
