import { EventEmitter } from "node:events";
import { state } from "./state.ts";

export const shell = {
  openExternal: async () => undefined,
  openPath: async () => state.openPathProblem,
};

export const powerMonitor = new EventEmitter();
export const powerSaveBlocker = {
  start(): number {
    const id = state.blockers.size + 1;
    state.blockers.add(id);
    return id;
  },
  stop: (id: number) => void state.blockers.delete(id),
};
export const crashReporter = {
  start: (options: object) => {
    state.crashReporter = options;
  },
};
const DISPLAY = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } };
export const screen = {
  getAllDisplays: () => [DISPLAY],
  getDisplayMatching: () => DISPLAY,
};

export const nativeTheme = {
  themeSource: "system",
  get shouldUseDarkColors(): boolean {
    return this.themeSource === "dark";
  },
};
