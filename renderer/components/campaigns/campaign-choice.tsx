import { Stack } from "@mantine/core";
import { ErrorPanel } from "../../kit/messages/error-panel.tsx";
import { useCall } from "../../query/use-call.ts";
import { CampaignList } from "./campaign-list.tsx";
import { CampaignSearch } from "./campaign-search.tsx";

export interface CampaignChoiceProps {
  /** The connection whose campaigns are offered; null while none is chosen. */
  readonly connectionId: number | null;
  readonly chosen: readonly string[];
  readonly autoAdd: boolean;
  readonly onChange: (campaigns: readonly string[]) => void;
}

/** Campaigns in order, found by name among those that the connection lists. */
export function CampaignChoice({ connectionId, chosen, autoAdd, onChange }: CampaignChoiceProps) {
  const listed = useCampaigns(connectionId);
  // Where the platform lists no campaigns at all, that does not mean that an id is wrong.
  const known = listed.data === undefined || listed.data.length === 0 ? null : listed.data;
  return (
    <Stack gap="sm">
      <CampaignList chosen={chosen} known={known} autoAdd={autoAdd} onChange={onChange} />
      <CampaignSearch
        known={listed.data ?? []}
        chosen={chosen}
        loading={listed.isFetching}
        onAdd={(id) => onChange([...chosen, id])}
      />
      {listed.isError && (
        <ErrorPanel
          error={listed.error}
          onRetry={() => {
            listed.refetch().catch(() => undefined);
          }}
        />
      )}
    </Stack>
  );
}

/** The campaigns that a connection lists, asked of its platform. */
export function useCampaigns(connectionId: number | null) {
  return useCall(
    "connections.campaigns",
    { id: connectionId ?? 1 },
    { enabled: connectionId !== null },
  );
}
