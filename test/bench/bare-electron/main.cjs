const { app, BrowserWindow } = require("electron");

/** The least that a window of Electron can be, as large as ours: one page with nothing on it but its heading. */
app.whenReady().then(() => {
  const window = new BrowserWindow({
    ...{ width: 1240, height: 820, show: false },
    webPreferences: { sandbox: true },
  });
  window.once("ready-to-show", () => window.show());
  return window.loadURL("data:text/html,<!doctype html><title>Bare</title><h1>Bare</h1>");
});
