import { EventEmitter } from "node:events";
import { type MenuItem, state } from "./state.ts";

class App extends EventEmitter {
  get isPackaged(): boolean {
    return state.packaged;
  }
  isReady(): boolean {
    return true;
  }
  whenReady(): Promise<void> {
    return Promise.resolve();
  }
  enableSandbox(): void {
    state.sandboxed = true;
    // It takes the word away, though what was started by it stays as it is.
    state.switches.delete("no-sandbox");
  }
  requestSingleInstanceLock(data?: object): boolean {
    if (state.otherInstance === null) state.locked = true;
    else state.otherInstance(structuredClone(data ?? null));
    return state.otherInstance === null;
  }
  releaseSingleInstanceLock(): void {
    state.locked = false;
  }
  relaunch(options: { readonly args: readonly string[] }): void {
    state.relaunched = options.args;
  }
  setPath(name: string, path: string): void {
    state.paths.set(name, path);
  }
  getPath(name: string): string {
    return state.paths.get(name) ?? "/";
  }
  configureHostResolver(): void {}
  getAppMetrics(): readonly object[] {
    return [];
  }
  readonly dock = {
    hide: () => undefined,
    setMenu: (items: readonly MenuItem[]) => {
      state.dockMenu = items;
    },
  };
  /** It takes the place of the whole list, the system's own lines in it too. */
  setJumpList(categories: typeof state.jumpList): string {
    state.jumpList = categories;
    return "ok";
  }
  readonly name = "Loyalty Importer";
  /** Where the system writes dates and numbers as in the United States. */
  getSystemLocale(): string {
    return "en-US";
  }

  getVersion(): string {
    return "0.0.0";
  }
  setBadgeCount(count: number): void {
    state.badge = count;
  }
  addRecentDocument(): void {}
  exit(): void {}
  quit(): void {
    state.quits += 1;
  }
  readonly commandLine = {
    appendSwitch: (name: string) => void state.switches.add(name),
    hasSwitch: (name: string) => state.switches.has(name),
    removeSwitch: (name: string) => void state.switches.delete(name),
  };
}
export const app = new App();
