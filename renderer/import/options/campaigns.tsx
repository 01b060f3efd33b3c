import { useTranslation } from "react-i18next";
import type { Draft } from "../../../preload/types.ts";
import { CampaignChoice } from "../../components/campaigns/campaign-choice.tsx";
import { Section } from "../../kit/section.tsx";
import type { OptionsEditor } from "./use-options.ts";

export interface CampaignsProps {
  readonly draft: Draft;
  readonly editor: OptionsEditor;
}

/** The campaigns the customers join, in order. */
export function Campaigns({ draft, editor }: CampaignsProps) {
  const { t } = useTranslation("import");
  const { connectionId, campaigns } = editor.options;
  return (
    <Section title={t("options.campaigns")} help={t("options.campaignsHelp")} word="campaign">
      <CampaignChoice
        connectionId={connectionId}
        chosen={campaigns}
        autoAdd={draft.mapping.some((target) => target.field === "auto_add")}
        onChange={(next) => editor.change({ campaigns: next })}
      />
    </Section>
  );
}
