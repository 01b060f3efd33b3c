import { useCall } from "../../query/use-call.ts";
import styles from "./campaigns.module.css";

export interface CampaignNamesProps {
  readonly connectionId: number | null;
  readonly ids: readonly string[];
}

/** Campaigns by name as far as it is known here, each with its id; nobody is asked for it. */
export function CampaignNames({ connectionId, ids }: CampaignNamesProps) {
  const names = useCall(
    "connections.campaignNames",
    { id: connectionId ?? 1 },
    { enabled: connectionId !== null },
  ).data;
  if (ids.length === 0) return null;
  return (
    <ol className={styles.names}>
      {ids.map((id) => (
        <li key={id}>
          {names?.[id] !== undefined && names[id] !== id && <>{names[id]} </>}
          <span className="mono">{id}</span>
        </li>
      ))}
    </ol>
  );
}
