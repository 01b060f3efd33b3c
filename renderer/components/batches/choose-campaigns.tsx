import { Button, Group, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconTicket } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BatchSummary } from "../../../preload/types.ts";
import { Loaded } from "../../kit/loaded.tsx";
import { announce } from "../../kit/messages/announce.tsx";
import { Dialog } from "../../kit/messages/dialog.tsx";
import { useAction } from "../../query/use-action.ts";
import { useCall } from "../../query/use-call.ts";
import { CampaignChoice } from "../campaigns/campaign-choice.tsx";

type Batch = Pick<BatchSummary, "id" | "importId" | "state" | "reason">;

/** The word "campaign" in the languages that platforms answer in. */
const CAMPAIGN = ["campaign", "campaña", "campagn", "campanha", "kampagne"];

/** Refused over its campaigns. Not over `auto_add`, an amount: that is corrected in the rows. */
export function isOfCampaign({ state, reason }: Batch): boolean {
  const words = String(reason?.params.words ?? "").toLowerCase();
  const named = CAMPAIGN.some((word) => words.includes(word));
  return state === "rejected" && named && !words.includes("auto_add");
}

/** Other campaigns for a batch that was refused because of its own, and for what waits behind it. */
export function ChooseCampaigns({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation("queue");
  const [opened, open] = useDisclosure(false);
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconTicket size="1rem" aria-hidden />}
        onClick={open.open}
      >
        {t("campaigns.open")}
      </Button>
      <Dialog opened={opened} onClose={open.close} size="lg" title={t("campaigns.title")}>
        <Choice batch={batch} onClose={open.close} />
      </Dialog>
    </>
  );
}

function Choice({ batch, onClose }: { readonly batch: Batch; readonly onClose: () => void }) {
  const { t } = useTranslation("queue");
  const query = useCall("history.batch", { batchId: batch.id });
  const connectionId =
    useCall("history.get", { importId: batch.importId }).data?.connectionId ?? null;
  const [chosen, choose] = useState<readonly string[] | null>(null);
  const save = useAction("batches.setCampaigns", {
    onSuccess() {
      announce(t("campaigns.said"));
      onClose();
    },
  });
  return (
    <Loaded query={query} bars={3}>
      {({ campaigns: before, fields }) => {
        const campaigns = chosen ?? before;
        const changed = campaigns.join() !== before.join();
        return (
          <Stack gap="md">
            <div>{t("campaigns.help")}</div>
            <CampaignChoice
              connectionId={connectionId}
              chosen={campaigns}
              autoAdd={fields.includes("auto_add")}
              onChange={choose}
            />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {t("common:notNow")}
              </Button>
              <Button
                disabled={campaigns.length === 0 || !changed}
                loading={save.isPending}
                onClick={() => save.mutate({ batchId: batch.id, campaigns })}
              >
                {t("campaigns.use")}
              </Button>
            </Group>
          </Stack>
        );
      }}
    </Loaded>
  );
}
