import type { ReactNode } from "react";
import { useGradually } from "./use-gradually.ts";

/**
 * What a screen holds, a moment after the screen itself: made in pieces that hold nothing else up.
 * All at once would be one long task, in which no key is heard.
 */
export function Afterwards({ children }: { readonly children: ReactNode }) {
  return useGradually(1, 0, 1) === 1 ? children : null;
}
