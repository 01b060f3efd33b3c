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

/** More than a start brings; a page that never listens fills no memory. */
const MOST_MISSED = 100;

const listeners = new Set<(event: AppEvent) => void>();
/** What comes before the page listens: a list that the program was started with. */
const missed: AppEvent[] = [];
ipcRenderer.on(EVENT_CHANNEL, (_event: IpcRendererEvent, event: AppEvent) => {
  if (listeners.size === 0 && missed.length < MOST_MISSED) missed.push(event);
  for (const listener of listeners) listener(event);
});

/**
 * The page's only way out of its sandbox. It forwards; the main process checks sender, name and
 * input of every call. Paths of files never pass through the page.
 */
const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(CALL_CHANNEL, name, input),
  acceptFile,
  subscribe(listener) {
    listeners.add(listener);
    for (const event of missed.splice(0)) listener(event);
    return () => void listeners.delete(listener);
  },
};

contextBridge.exposeInMainWorld("loyalty", bridge);
