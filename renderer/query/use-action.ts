import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import type { CallInput, CallName, CallResult } from "../../preload/contract.ts";
import { showError } from "../kit/messages/show-error.tsx";
import { callMain } from "./call.ts";
import { storeResult } from "./store-result.ts";

export interface ActionOptions<N extends CallName> {
  readonly onSuccess?: (result: CallResult<N>, input: CallInput<N>) => void;
  /** Shows the error in its own place; without it, a notification tells. */
  readonly onError?: (error: Error) => void;
}

/** A call that changes something. Its result goes to the answers that show the same thing. */
export function useAction<N extends CallName>(
  name: N,
  options: ActionOptions<N> = {},
): UseMutationResult<CallResult<N>, Error, CallInput<N>> {
  const client = useQueryClient();
  return useMutation<CallResult<N>, Error, CallInput<N>>({
    mutationFn: (input) => callMain(name, input),
    onSuccess: (result, input) => {
      storeResult(client, name, result);
      options.onSuccess?.(result, input);
    },
    onError: options.onError ?? showError,
  });
}
