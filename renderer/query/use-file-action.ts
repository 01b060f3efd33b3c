import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import type { CallInput, CallName, CallResult } from "../../preload/contract.ts";
import { getBridge } from "../host/bridge.ts";
import { showError } from "../kit/messages/show-error.tsx";
import { callMain, unwrap } from "./call.ts";
import { storeResult } from "./store-result.ts";
import type { ActionOptions } from "./use-action.ts";

/** Hands a file that the person chose over, then makes a call with its id. */
export function useFileAction<N extends CallName>(
  name: N,
  inputOf: (fileId: string) => CallInput<N>,
  options: {
    readonly onSuccess?: (result: CallResult<N>) => void;
    readonly onError?: ActionOptions<N>["onError"];
  } = {},
): UseMutationResult<CallResult<N>, Error, File> {
  const client = useQueryClient();
  return useMutation<CallResult<N>, Error, File>({
    mutationFn: async (file) => {
      const { fileId } = unwrap(await getBridge().acceptFile(file));
      return callMain(name, inputOf(fileId));
    },
    onSuccess: (result) => {
      storeResult(client, name, result);
      options.onSuccess?.(result);
    },
    onError: options.onError ?? showError,
  });
}
