import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from "electron";
import type { Bridge } from "./bridge.ts";
import { BYTES_CHANNEL, CALL_CHANNEL, EVENT_CHANNEL, FILE_CHANNEL } from "./channels.ts";
import type { AppEvent } from "./types.ts";

/** Pasted tables and attachments dragged out of a mail program are in memory only. */
const MOST_BYTES = 256 * 1024 * 1024;

const acceptFile: Bridge["acceptFile"] = async (file) => {
  const path = webUtils.getPathForFile(file);
  if (path !== "" || file.size > MOST_BYTES) return ipcRenderer.invoke(FILE_CHANNEL, path);
  return ipcRenderer.invoke(BYTES_CHANNEL, file.name, new Uint8Array(await file.arrayBuffer()));
};

/**
 * The page's only way out of its sandbox. It forwards; the main process checks sender, name and
 * input of every call. Paths of files never pass through the page.
 */
const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(CALL_CHANNEL, name, input),
  acceptFile,
  subscribe(listener) {
    const forward = (_event: IpcRendererEvent, event: AppEvent) => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, forward);
    return () => void ipcRenderer.off(EVENT_CHANNEL, forward);
  },
};

contextBridge.exposeInMainWorld("loyalty", bridge);
