import { type ChildProcess, fork as nodeFork } from "node:child_process";
import { EventEmitter } from "node:events";
import { basename, extname } from "node:path";

/**
 * Stands in for the `electron` module where the real one (test/electron) cannot show a thing: what
 * macOS and Windows have (dock, jump list, the end of a session, a key store that is the only one),
 * what the system refuses (no key store, no folder to save in, a lock that another session has),
 * what comes in an order or at a moment that nobody can choose (a start that fails before Electron
 * is ready, an update while the window closes), what it was told and does not tell again (rights of
 * the scheme, settings of the window, permissions that no page here can ask for). Behaves as
 * Electron's documentation says for that, and keeps what it was told so that tests can look.
 */
type Listener = (...values: readonly unknown[]) => unknown;

/** The system's key store as it is asked by name, and as it is. */
interface Storage {
  backend: string;
  ring: "there" | "locked" | "none";
  available: boolean;
}
export const KEY_RING: Storage = { backend: "gnome_libsecret", ring: "there", available: true };
export const NO_KEY_RING: Storage = { backend: "basic_text", ring: "none", available: true };

export const told = {
  packaged: false,
  sandboxed: false,
  switches: new Set<string>(),
  paths: new Map<string, string>(),
  schemes: [] as { readonly scheme: string; readonly privileges: object }[],
  pageHandlers: new Map<string, (request: Request) => Promise<Response>>(),
  permissionRequest: null as Listener | null,
  permissionCheck: null as Listener | null,
  devicePermission: null as Listener | null,
  beforeRequest: null as Listener | null,
  notifications: [] as Notification[],
  windows: [] as BrowserWindow[],
  exposed: new Map<string, unknown>(),
  filePaths: new WeakMap<object, string>(),
  quits: 0,
  locked: false,
  /** Has the lock of the one window, where there is one: hears what a later start hands over. */
  otherInstance: null as ((data: unknown) => void) | null,
  relaunched: null as readonly string[] | null,
  badge: 0,
  /** What a message box is answered with. */
  boxAnswer: 0,
  boxes: [] as { readonly message: string; readonly detail: string }[],
  menu: [] as readonly MenuItem[],
  popups: [] as (readonly MenuItem[])[],
  dockMenu: [] as readonly MenuItem[],
  jumpList: [] as readonly { readonly type: string; readonly items?: readonly object[] }[],
  crashReporter: null as object | null,
  blockers: new Set<number>(),
  processes: [] as UtilityProcess[],
  running: [] as { readonly entry: string; kill(): boolean }[],
  saveTo: null as string | null,
  openPathProblem: "",
  storage: { ...KEY_RING },
};

class App extends EventEmitter {
  get isPackaged(): boolean {
    return told.packaged;
  }
  isReady(): boolean {
    return true;
  }
  whenReady(): Promise<void> {
    return Promise.resolve();
  }
  enableSandbox(): void {
    told.sandboxed = true;
    // It takes the word away, though what was started by it stays as it is.
    told.switches.delete("no-sandbox");
  }
  requestSingleInstanceLock(data?: object): boolean {
    if (told.otherInstance === null) told.locked = true;
    else told.otherInstance(structuredClone(data ?? null));
    return told.otherInstance === null;
  }
  releaseSingleInstanceLock(): void {
    told.locked = false;
  }
  relaunch(options: { readonly args: readonly string[] }): void {
    told.relaunched = options.args;
  }
  setPath(name: string, path: string): void {
    told.paths.set(name, path);
  }
  getPath(name: string): string {
    return told.paths.get(name) ?? "/";
  }
  configureHostResolver(): void {}
  getAppMetrics(): readonly object[] {
    return [];
  }
  readonly dock = {
    hide: () => undefined,
    setMenu: (items: readonly MenuItem[]) => {
      told.dockMenu = items;
    },
  };
  /** It takes the place of the whole list, the system's own lines in it too. */
  setJumpList(categories: typeof told.jumpList): string {
    told.jumpList = categories;
    return "ok";
  }
  readonly name = "Loyalty Importer";
  getVersion(): string {
    return "0.0.0";
  }
  setBadgeCount(count: number): void {
    told.badge = count;
  }
  addRecentDocument(): void {}
  exit(): void {}
  quit(): void {
    told.quits += 1;
  }
  readonly commandLine = {
    appendSwitch: (name: string) => void told.switches.add(name),
    hasSwitch: (name: string) => told.switches.has(name),
    removeSwitch: (name: string) => void told.switches.delete(name),
  };
}
export const app = new App();

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

export class BrowserWindow extends EventEmitter {
  static getAllWindows(): readonly BrowserWindow[] {
    return told.windows.filter((window) => !window.destroyed);
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
    told.windows.push(this);
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
    const sender = told.windows[0]?.webContents ?? new WebContents();
    const event = { sender, senderFrame: sender.mainFrame };
    const handler = handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return structuredClone(await handler(event, ...structuredClone(values)));
  }
}
export const ipcRenderer = new IpcRenderer();

export const contextBridge = {
  exposeInMainWorld(name: string, value: unknown): void {
    told.exposed.set(name, value);
  },
};

export const webUtils = {
  getPathForFile: (file: object): string => told.filePaths.get(file) ?? "",
};

export const protocol = {
  registerSchemesAsPrivileged: (schemes: typeof told.schemes) => void told.schemes.push(...schemes),
  handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
    void told.pageHandlers.set(scheme, handler),
};

class Session extends EventEmitter {
  async resolveProxy(): Promise<string> {
    return "DIRECT";
  }
  setPermissionRequestHandler(handler: Listener): void {
    told.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: Listener): void {
    told.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: Listener): void {
    told.devicePermission = handler;
  }
  readonly webRequest = {
    onBeforeRequest: (handler: Listener) => {
      told.beforeRequest = handler;
    },
  };
}
let defaultSession: Session | null = null;
export const session = {
  get defaultSession(): Session {
    defaultSession ??= new Session();
    return defaultSession;
  },
};

/**
 * As Chromium does it: on Linux, without a key ring that answers, with a key that stands in its
 * source ("v10"); elsewhere the system's key is the only one and marked so.
 */
const LINUX = process.platform === "linux";
const mark = () => (LINUX && told.storage.ring === "there" ? "v11" : "v10");
export const safeStorage = {
  isAsyncEncryptionAvailable: async () => told.storage.available,
  getSelectedStorageBackend: () => told.storage.backend,
  setUsePlainTextEncryption: () => undefined,
  async encryptStringAsync(text: string): Promise<Buffer> {
    if (!LINUX && told.storage.ring !== "there") throw new Error("Error while encrypting the text");
    return Buffer.from(text === "" ? "" : `${mark()}${text}`);
  },
  async decryptStringAsync(bytes: Buffer): Promise<object> {
    const text = bytes.toString();
    const kept = text.slice(0, 3);
    const known = kept === "v11" ? told.storage.ring === "there" : kept === "v10";
    if (known) return { result: text.slice(3), shouldReEncrypt: kept !== mark() };
    throw new Error(
      kept === "v11" && told.storage.ring === "locked"
        ? "safeStorage.decryptStringAsync is temporarily unavailable. Please try again."
        : "Error while decrypting the ciphertext provided to safeStorage.decryptStringAsync.",
    );
  },
};

export const dialog = {
  showSaveDialog: async () => ({ canceled: told.saveTo === null, filePath: told.saveTo ?? "" }),
  showErrorBox: (_title: string, message: string) => {
    told.boxes.push({ message, detail: "" });
  },
  showMessageBox: async (_window: object, options: (typeof told.boxes)[number]) => {
    told.boxes.push(options);
    return { response: told.boxAnswer };
  },
  showMessageBoxSync(_window: object, options: (typeof told.boxes)[number]): number {
    told.boxes.push(options);
    return told.boxAnswer;
  },
  showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
};

export const shell = {
  openExternal: async () => undefined,
  openPath: async () => told.openPathProblem,
};

export class Notification extends EventEmitter {
  static isSupported(): boolean {
    return true;
  }
  readonly options: object;
  constructor(options: object) {
    super();
    this.options = options;
  }
  show(): void {
    told.notifications.push(this);
  }
}

export interface MenuItem {
  readonly label?: string;
  readonly role?: string;
  readonly accelerator?: string;
  readonly enabled?: boolean;
  readonly visible?: boolean;
  readonly submenu?: readonly MenuItem[];
  click?(): void;
}

export const powerMonitor = new EventEmitter();
export const powerSaveBlocker = {
  start(): number {
    const id = told.blockers.size + 1;
    told.blockers.add(id);
    return id;
  },
  stop: (id: number) => void told.blockers.delete(id),
};
export const crashReporter = {
  start: (options: object) => {
    told.crashReporter = options;
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
export const Menu = {
  buildFromTemplate: (items: readonly MenuItem[]) =>
    Object.assign([...items], { popup: () => void told.popups.push(items) }),
  setApplicationMenu: (items: readonly MenuItem[] | null) => {
    told.menu = items ?? [];
  },
};

class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;
  #launched = false;
  constructor(path: string, options: { readonly env?: NodeJS.ProcessEnv }) {
    super();
    this.#child = nodeFork(path, [], {
      serialization: "advanced",
      execArgv: ["--import", new URL("./system/utility-process.ts", import.meta.url).href],
      ...(options.env === undefined ? {} : { env: options.env }),
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const running = {
      entry: basename(path, extname(path)),
      kill: () => this.#child.kill("SIGKILL"),
    };
    told.running.push(running);
    told.processes.push(this);
    this.#child.once("spawn", () => {
      this.#launched = true;
      this.emit("spawn");
    });
    this.#child.once("exit", () => told.running.splice(told.running.indexOf(running), 1));
    this.#child.on("message", (message) => this.emit("message", message));
    this.#child.on("exit", (code) => this.emit("exit", code ?? 1));
  }
  get pid(): number | undefined {
    return this.#launched ? this.#child.pid : undefined;
  }
  postMessage(message: object): void {
    this.#child.send(message);
  }
  /** Before it has been launched the real one lets a kill pass. */
  kill(): boolean {
    return this.#launched && this.#child.kill();
  }
}
export const utilityProcess = {
  fork: (path: string, _args: readonly string[], options: { readonly env?: NodeJS.ProcessEnv }) =>
    new UtilityProcess(path, options),
};
