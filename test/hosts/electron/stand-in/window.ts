import { EventEmitter } from "node:events";
import { app } from "./app.ts";
import type { Listener } from "./state.ts";

export class WebContents extends EventEmitter {
  readonly mainFrame = { url: "app://window/" };
  readonly sent = new EventEmitter();
  webRtc = "default";
  loaded = "";
  async loadURL(url: string): Promise<void> {
    this.loaded = url;
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtc = policy;
  }
  getURL(): string {
    return this.mainFrame.url;
  }
  setWindowOpenHandler(): void {}
  send(channel: string, value: unknown): void {
    ipcRenderer.emit(channel, {}, structuredClone(value));
  }
}

export const windows: BrowserWindow[] = [];

export class BrowserWindow extends EventEmitter {
  static getAllWindows(): readonly BrowserWindow[] {
    return windows.filter((window) => !window.destroyed);
  }
  static getFocusedWindow(): BrowserWindow | null {
    return null;
  }
  readonly webContents = new WebContents();
  readonly options: object;
  title = "";
  progress: { readonly value: number; readonly mode: string } = { value: -1, mode: "none" };
  bounds = { x: 10, y: 10, width: 1240, height: 820 };
  maximized = false;
  destroyed = false;
  /** Whether the page holds entries and so asks to stay. */
  unsaved = false;
  loaded = "";
  shown = 0;
  reloads = 0;
  constructor(options: object) {
    super();
    this.options = options;
    windows.push(this);
    app.emit("web-contents-created", {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    this.loaded = url;
    this.webContents.loaded = url;
    if (this.destroyed) throw new Error("ERR_FAILED (-2) loading");
    this.emit("ready-to-show");
    this.webContents.emit("did-finish-load");
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  isMaximized(): boolean {
    return this.maximized;
  }
  isFullScreen(): boolean {
    return false;
  }
  maximize(): void {
    this.maximized = true;
  }
  getBounds(): object {
    return this.bounds;
  }
  getNormalBounds(): object {
    return this.bounds;
  }
  setBackgroundColor(): void {}
  setTitle(title: string): void {
    this.title = title;
  }
  setProgressBar(value: number, options: { readonly mode: string }): void {
    this.progress = { value, mode: options.mode };
  }
  isMinimized(): boolean {
    return false;
  }
  show(): void {
    this.shown += 1;
  }
  focus(): void {}
  reload(): void {
    this.reloads += 1;
  }
  close(): void {
    let stays = false;
    this.emit("close", {
      preventDefault: () => {
        stays = true;
      },
    });
    if (stays) return;
    if (this.unsaved) {
      let leaves = false;
      this.webContents.emit("will-prevent-unload", {
        preventDefault: () => {
          leaves = true;
        },
      });
      if (!leaves) return;
    }
    this.destroy();
  }
  destroy(): void {
    this.destroyed = true;
    this.emit("closed");
  }
}

const handlers = new Map<string, Listener>();
export const ipcMain = {
  handle(channel: string, handler: Listener): void {
    handlers.set(channel, handler);
  },
};

/** As if sent by the first window's page. */
class IpcRenderer extends EventEmitter {
  async invoke(channel: string, ...values: readonly unknown[]): Promise<unknown> {
    const sender = windows[0]?.webContents ?? new WebContents();
    const event = { sender, senderFrame: sender.mainFrame };
    const handler = handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return structuredClone(await handler(event, ...structuredClone(values)));
  }
}
export const ipcRenderer = new IpcRenderer();
