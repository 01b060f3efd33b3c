import type { Readable } from "node:stream";

export interface PageAnswer {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly data: Readable;
}
export type PageHandler = (
  request: { readonly url: string; readonly method: string },
  answer: (response: PageAnswer) => void,
) => void;
export type Listener = (...values: readonly unknown[]) => unknown;

/** The system's key store as it is asked by name, and as it is. */
interface Storage {
  backend: string;
  ring: "there" | "locked" | "none";
  available: boolean;
}
export const KEY_RING: Storage = { backend: "gnome_libsecret", ring: "there", available: true };
export const NO_KEY_RING: Storage = { backend: "basic_text", ring: "none", available: true };

export interface MenuItem {
  readonly label?: string;
  readonly role?: string;
  readonly accelerator?: string;
  readonly enabled?: boolean;
  readonly visible?: boolean;
  readonly submenu?: readonly MenuItem[];
  click?(): void;
}

/** What tests set before, and what was told that is no object of Electron's own. */
export const state = {
  packaged: false,
  sandboxed: false,
  switches: new Set<string>(),
  paths: new Map<string, string>(),
  schemes: [] as { readonly scheme: string; readonly privileges: object }[],
  pageHandlers: new Map<string, PageHandler>(),
  permissionRequest: null as Listener | null,
  permissionCheck: null as Listener | null,
  devicePermission: null as Listener | null,
  beforeRequest: null as Listener | null,
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
  running: [] as { readonly entry: string; kill(): boolean }[],
  saveTo: null as string | null,
  openPathProblem: "",
  storage: { ...KEY_RING },
};
