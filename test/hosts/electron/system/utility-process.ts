import { EventEmitter } from "node:events";

/** Loaded before an entry: makes a child of Node look like a utility process of Electron. */
class ParentPort extends EventEmitter {
  postMessage(message: object): void {
    process.send?.(message);
  }
}
const parentPort = new ParentPort();
process.on("message", (data) => parentPort.emit("message", { data }));
process.once("disconnect", () => process.exit());
Object.assign(process, { parentPort });
