import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { CallInput, CallName, CallResult } from "../../preload/contract.ts";
import { callMain } from "./call.ts";

export interface CallOptions {
  /** Asked only while true. */
  readonly enabled?: boolean;
  /** Keeps showing the last answer while the next one, with another input, is on its way. */
  readonly keep?: boolean;
  /** Milliseconds; asks again by itself. */
  readonly every?: number | false;
  /** Asks again each time it is shown: for answers whose changes no event tells of. */
  readonly fresh?: boolean;
}

/** The answer of a call, kept current by the main process's events. */
export function useCall<N extends CallName>(
  name: N,
  input: CallInput<N>,
  options: CallOptions = {},
): UseQueryResult<CallResult<N>> {
  return useQuery<CallResult<N>>({
    queryKey: [name, input],
    queryFn: () => callMain(name, input),
    enabled: options.enabled ?? true,
    refetchInterval: options.every ?? false,
    ...(options.fresh === true ? { refetchOnMount: "always" as const, gcTime: 0 } : {}),
    ...(options.keep === true ? { placeholderData: keepPreviousData } : {}),
  });
}
