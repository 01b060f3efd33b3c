/** Electron's channels between the page and the main process; named here and nowhere else. */
export const CALL_CHANNEL = "loyalty:call";
export const FILE_CHANNEL = "loyalty:file";
export const BYTES_CHANNEL = "loyalty:bytes";
export const EVENT_CHANNEL = "loyalty:event";
