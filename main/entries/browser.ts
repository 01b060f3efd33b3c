import { keepCompiled } from "../hosts/node/keep-compiled.ts";

/** The window in a browser: `npm start -- --browser [--no-open] [--data-dir DIR] [--port N]`. */
const args = process.argv.slice(2);
keepCompiled(args);
await (await import("./browser-window.ts")).openBrowserWindow(args);
