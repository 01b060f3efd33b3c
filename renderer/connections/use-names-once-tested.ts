import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { refresh } from "../query/store-result.ts";
import { useCall } from "../query/use-call.ts";

/** Once a connection was found to work, its platform is asked what its campaigns are called. */
export function useNamesOnceTested(id: number | null, isTested: boolean): void {
  const client = useQueryClient();
  const enabled = id !== null && isTested;
  const listed = useCall("connections.campaigns", { id: id ?? 1 }, { enabled }).data;
  useEffect(() => {
    if (listed !== undefined) refresh(client, "connections.campaignNames");
  }, [client, listed]);
}
