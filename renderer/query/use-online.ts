import { useSyncExternalStore } from "react";
import { useCall } from "./use-call.ts";

function subscribe(changed: () => void): () => void {
  addEventListener("online", changed);
  addEventListener("offline", changed);
  return () => {
    removeEventListener("online", changed);
    removeEventListener("offline", changed);
  };
}

/** Whether the computer has a network, and no batch waits because its platform was not found. */
export function useOnline(): boolean {
  const network = useSyncExternalStore(subscribe, () => navigator.onLine);
  const found = useCall("queue.summary", {}).data?.online ?? true;
  return network && found;
}
