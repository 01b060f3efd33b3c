import { QueryClient } from "@tanstack/react-query";
import type { Settings } from "../../preload/types.ts";
import { CallError } from "./call.ts";

/**
 * Answers come from the same machine: nothing is stale by age, events say what changed.
 * The settings that came with the page are shown at once.
 */
export function createQueryClient(settings: Settings): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: "always",
        refetchOnWindowFocus: false,
        staleTime: 1000,
        retry: (failures, error) =>
          failures < 2 && !(error instanceof CallError && !error.data.retry),
        retryDelay: 300,
      },
      mutations: { networkMode: "always" },
    },
  });
  client.setQueryData<Settings>(["settings.get", {}], settings);
  return client;
}
