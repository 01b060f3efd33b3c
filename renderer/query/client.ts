import { QueryClient } from "@tanstack/react-query";
import { CallError } from "./call.ts";

/** Answers come from the same machine: nothing is stale by age, events say what changed. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
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
}
