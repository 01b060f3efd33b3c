import { app } from "electron";
import { SCREENS, type Screen } from "../../../preload/types/app.ts";

/** Where what comes from outside leads to in the one window. */
export interface WaysIn {
  show(files: readonly string[]): void;
  showScreen(screen: Screen): void;
}

/**
 * A second start, the dock and "open with" all lead to the one window. To be called first thing:
 * macOS hands over the first file before the program is ready, and a second start may come while
 * this one still opens its data. What comes early waits.
 * @returns to be called when the window is there
 */
export function stayOneWindow(): (ways: WaysIn) => void {
  let ways: WaysIn | null = null;
  const early: ((ways: WaysIn) => void)[] = [];
  const lead = (way: (ways: WaysIn) => void) => {
    if (ways === null) early.push(way);
    else way(ways);
  };
  app.on("second-instance", (_event, _argv, _dir, data) => {
    const screen = screenOf(data);
    lead((to) => (screen === null ? to.show(filesOf(data)) : to.showScreen(screen)));
  });
  app.on("open-file", (event, path) => {
    event.preventDefault();
    lead((to) => to.show([path]));
  });
  app.on("activate", () => ways?.show([]));
  app.on("window-all-closed", () => {
    if (process.platform !== "darwin") app.quit();
  });
  return (to) => {
    ways = to;
    for (const way of early.splice(0)) way(to);
  };
}

function screenOf(data: unknown): Screen | null {
  const asked = (data as { readonly screen?: unknown } | null)?.screen;
  return SCREENS.find((screen) => screen === asked) ?? null;
}

function filesOf(data: unknown): readonly string[] {
  const files = (data as { readonly files?: unknown } | null)?.files;
  return Array.isArray(files) ? files.filter((each) => typeof each === "string") : [];
}
