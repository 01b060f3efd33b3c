import { Button, Group } from "@mantine/core";
import { IconHelpCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Campaign, Draft } from "../../../preload/types.ts";
import { useCampaigns } from "../../components/campaigns/campaign-choice.tsx";
import { Note } from "../../kit/messages/note.tsx";
import { useSteps } from "../use-steps.ts";

/** Campaigns that the platform does not list: it is likely to refuse the rows. */
export function UnknownCampaigns({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation("import");
  const steps = useSteps(draft.id);
  const { connectionId, campaigns } = draft.options;
  const listed = useCampaigns(connectionId).data ?? [];
  // Where the platform lists no campaigns at all, that does not mean that an id is wrong.
  const unknown = listed.length === 0 ? [] : campaigns.filter((id) => !isListed(listed, id));
  if (unknown.length === 0) return null;
  return (
    <Note tone="amber" icon={<IconHelpCircle aria-hidden />}>
      <Group justify="space-between" gap="xs">
        {t("review.unknownCampaigns", { count: unknown.length, ids: unknown.join(", ") })}
        <Button size="xs" variant="default" onClick={() => steps.go("options")}>
          {t("review.chooseCampaign")}
        </Button>
      </Group>
    </Note>
  );
}

function isListed(listed: readonly Campaign[], id: string): boolean {
  return listed.some((one) => one.id === id);
}
