import type { Settings } from "../../preload/types.ts";
import { useCall } from "./use-call.ts";

/** The settings: they came with the page. */
export function useSettings(): Settings {
  const settings = useCall("settings.get", {}).data;
  if (settings === undefined) throw new Error("The page came without its settings");
  return settings;
}
