import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { onTestFinished } from "vitest";

const LISTEN = `
  const server = require("node:net").createServer().listen(
    { port: 0, host: "127.0.0.1", backlog: 1 },
    () => {
      process.stdout.write(String(server.address().port));
      // It takes nothing that comes, for ever.
      setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
    },
  );
`;
const ENOUGH = 4;

/**
 * A port whose queue of connections is full and stays so: as where a firewall drops packets, an
 * attempt to connect gets no answer at all. Windows refuses it instead.
 * @returns the port
 */
export async function fullServer(): Promise<number> {
  const child = spawn(process.execPath, ["-e", LISTEN], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const [printed] = (await once(child.stdout, "data")) as [Buffer];
  const port = Number(printed.toString());
  await pause(100);
  const fillers: Socket[] = [];
  onTestFinished(() => {
    for (const socket of fillers) socket.destroy();
  });
  for (let filled = 0; filled < ENOUGH; filled += 1) {
    fillers.push(connect(port, "127.0.0.1").on("error", () => undefined));
  }
  await pause(100);
  return port;
}
