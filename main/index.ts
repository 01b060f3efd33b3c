import { createApp } from "./app.ts";
import { failInWindow } from "./hosts/electron/fail-in-window.ts";
import { runElectron } from "./hosts/electron/run-electron.ts";

/** Electron's entry. Not awaited: Electron becomes ready only after this module has ended. */
runElectron(createApp).catch(failInWindow);
