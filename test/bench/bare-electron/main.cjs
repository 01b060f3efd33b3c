const { app, BrowserWindow } = require("electron");

/** The least that a window of Electron can be: one page with nothing on it but its heading. */
app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  window.once("ready-to-show", () => window.show());
  return window.loadURL("data:text/html,<!doctype html><title>Bare</title><h1>Bare</h1>");
});
