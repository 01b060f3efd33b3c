import { EventEmitter } from "node:events";
import { type Listener, type PageHandler, state } from "./state.ts";

export const contextBridge = {
  exposeInMainWorld(name: string, value: unknown): void {
    state.exposed.set(name, value);
  },
};

export const webUtils = {
  getPathForFile: (file: object): string => state.filePaths.get(file) ?? "",
};

export const protocol = {
  registerSchemesAsPrivileged: (schemes: typeof state.schemes) =>
    void state.schemes.push(...schemes),
  registerStreamProtocol: (scheme: string, handler: PageHandler) =>
    void state.pageHandlers.set(scheme, handler),
};

class Session extends EventEmitter {
  async resolveProxy(): Promise<string> {
    return "DIRECT";
  }
  setPermissionRequestHandler(handler: Listener): void {
    state.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: Listener): void {
    state.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: Listener): void {
    state.devicePermission = handler;
  }
  readonly webRequest = {
    onBeforeRequest: (handler: Listener) => {
      state.beforeRequest = handler;
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
