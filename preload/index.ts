import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from "electron";
import type { Bridge } from "./bridge.ts";
import { CALL_CHANNEL, EVENT_CHANNEL, FILE_CHANNEL } from "./channels.ts";
import type { AppEvent } from "./types.ts";

/**
 * The page's only way out of its sandbox. It forwards; the main process checks sender, name and
 * input of every call. Paths of files never pass through the page.
 */
const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(CALL_CHANNEL, name, input),
  acceptFile: (file) => ipcRenderer.invoke(FILE_CHANNEL, webUtils.getPathForFile(file)),
  subscribe(listener) {
    const forward = (_event: IpcRendererEvent, event: AppEvent) => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, forward);
    return () => void ipcRenderer.off(EVENT_CHANNEL, forward);
  },
};

contextBridge.exposeInMainWorld("loyalty", bridge);
