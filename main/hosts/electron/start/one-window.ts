import { app, BrowserWindow } from "electron";
import { SCREENS, type Screen } from "../../../../preload/types/app.ts";
import { acknowledge } from "./hand-over.ts";

/** Where what comes from outside leads to in the one window. */
export interface WaysIn {
  show(files: readonly string[]): void;
  showScreen(screen: Screen): void;
}

/** The doors of the one window. What comes while they are shut waits; they begin so. */
export interface OneWindow {
  /** The program is ready: opens them, unless a window is about to close already. */
  begin(): void;
  /** Opens them; what has waited goes in. */
  open(): void;
  /** The window is about to close: what comes now may find none. */
  shut(): void;
  /** Whether somebody waits. */
  readonly waits: boolean;
  /**
   * The program ends: a later start is a program of its own. What the system hands to this process
   * all the same, as macOS does, is kept for `filesLeft`.
   */
  leave(): void;
  /** Null where nobody has asked for the program since it began to end. */
  filesLeft(): readonly string[] | null;
}

interface Asked {
  readonly files: readonly string[];
  readonly screen: Screen | null;
}

/**
 * A second start, the dock and "open with" all lead to the one window. To be called first thing:
 * macOS hands over the first file before the program is ready, and a second start may come while
 * this one still opens its data.
 */
export function stayOneWindow(dataDir: string, ways: WaysIn): OneWindow {
  let doors: "new" | "open" | "shut" | "left" = "new";
  const waiting: Asked[] = [];
  const lead = (asked: Asked) => {
    if (doors === "open") return go(ways, asked);
    waiting.push(asked);
    // The window may show a question that has to be answered first.
    BrowserWindow.getAllWindows()[0]?.focus();
  };
  app.on("second-instance", (_event, _argv, _dir, data) => {
    acknowledge(dataDir, data);
    lead({ files: filesOf(data), screen: screenOf(data) });
  });
  app.on("open-file", (event, path) => {
    event.preventDefault();
    lead({ files: [path], screen: null });
  });
  app.on("activate", () => {
    // Before the first window is there it says no more than that there will be one.
    if (doors !== "new") lead({ files: [], screen: null });
  });
  app.on("window-all-closed", () => {
    if (process.platform !== "darwin") app.quit();
  });
  function open(): void {
    if (doors === "left") return;
    doors = "open";
    for (const asked of waiting.splice(0)) go(ways, asked);
  }
  return {
    begin() {
      if (doors === "new") open();
    },
    open,
    shut() {
      if (doors !== "left") doors = "shut";
    },
    get waits() {
      return waiting.length > 0;
    },
    leave() {
      if (doors === "left") return;
      doors = "left";
      app.releaseSingleInstanceLock();
    },
    filesLeft: () => (waiting.length === 0 ? null : waiting.flatMap(({ files }) => files)),
  };
}

function go(to: WaysIn, { files, screen }: Asked): void {
  if (screen === null) to.show(files);
  else to.showScreen(screen);
}

function screenOf(data: unknown): Screen | null {
  const asked = (data as { readonly screen?: unknown } | null)?.screen;
  return SCREENS.find((screen) => screen === asked) ?? null;
}

function filesOf(data: unknown): readonly string[] {
  const files = (data as { readonly files?: unknown } | null)?.files;
  return Array.isArray(files) ? files.filter((each) => typeof each === "string") : [];
}
