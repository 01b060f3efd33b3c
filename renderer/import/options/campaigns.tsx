import { useTranslation } from "react-i18next";
import type { Draft } from "../../../preload/types.ts";
import { ErrorPanel } from "../../kit/messages/error-panel.tsx";
import { Section } from "../../kit/section.tsx";
import { useCall } from "../../query/use-call.ts";
import { CampaignList } from "./campaign-list.tsx";
import { CampaignSearch } from "./campaign-search.tsx";
import type { OptionsEditor } from "./use-options.ts";

export interface CampaignsProps {
  readonly draft: Draft;
  readonly editor: OptionsEditor;
}

/** The campaigns the customers join, in order. */
export function Campaigns({ draft, editor }: CampaignsProps) {
  const { t } = useTranslation("import");
  const { connectionId, campaigns } = editor.options;
  const listed = useCall(
    "connections.campaigns",
    { id: connectionId ?? 1 },
    { enabled: connectionId !== null },
  );
  const autoAdd = draft.mapping.some((target) => target.field === "auto_add");
  return (
    <Section title={t("options.campaigns")} help={t("options.campaignsHelp")}>
      <CampaignList
        chosen={campaigns}
        known={listed.data ?? []}
        autoAdd={autoAdd}
        onChange={(next) => editor.change({ campaigns: next })}
      />
      <CampaignSearch
        known={listed.data ?? []}
        chosen={campaigns}
        loading={listed.isFetching}
        onAdd={(id) => editor.change({ campaigns: [...campaigns, id] })}
      />
      {listed.isError && (
        <ErrorPanel
          error={listed.error}
          onRetry={() => {
            listed.refetch().catch(() => undefined);
          }}
        />
      )}
    </Section>
  );
}
