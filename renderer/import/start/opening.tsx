import { createContext, type ReactNode, useContext } from "react";
import { type OpenFile, useOpenFile } from "./use-open-file.ts";
import { useWindowDrop } from "./use-window-drop.ts";

export interface Opening extends OpenFile {
  /** A file is being dragged over the window. */
  readonly over: boolean;
}

const OpeningContext = createContext<Opening | null>(null);

/** Takes lists dropped on or pasted into any screen. */
export function OpeningProvider({ children }: { readonly children: ReactNode }) {
  const opening = useOpenFile();
  const over = useWindowDrop(opening.open);
  return <OpeningContext value={{ ...opening, over }}>{children}</OpeningContext>;
}

export function useOpening(): Opening {
  const opening = useContext(OpeningContext);
  if (opening === null) throw new Error("useOpening stands outside its provider");
  return opening;
}
