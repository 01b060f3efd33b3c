import type { CallInput, CallName, CallResult } from "./contract.ts";
import type { Answer } from "./errors.ts";
import type { AppEvent } from "./types.ts";

/** What the window sees of the main process, the same in Electron and in a browser. */
export interface Bridge {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<Answer<CallResult<N>>>;
  /** Hands a dropped or chosen file over; answers the id that `drafts.create` takes. */
  acceptFile(file: File): Promise<Answer<{ readonly fileId: string }>>;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: AppEvent) => void): () => void;
}
