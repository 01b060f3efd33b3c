import type { Socket } from "node:net";
import { expect, it, vi } from "vitest";
import { fullServer } from "../../helpers/servers/full-server.ts";
import { type Gateway, gateway, reply } from "../../helpers/servers/gateway.ts";
import { connectProxy, socksProxy } from "../../helpers/servers/proxies.ts";
import { rawServer } from "../../helpers/servers/raw-server.ts";
import { call, connect, sendByWindow, sentOf } from "../program/deliveries.ts";
import { inElectron, suiteProgram } from "../program/program.ts";

const CREDENTIALS = { userId: "u", apiKey: "k", accountId: "a" };

/** "Test connection" can take no longer than the limit for connecting, and a little. */
const LIMIT_MS = 13_000;

inElectron("connecting by the real program", () => {
  const running = suiteProgram();

  /** @returns the code of what "Test connection" says */
  async function tested(url: string): Promise<string> {
    const { page } = running();
    const id = await connect(page, { url, credentials: CREDENTIALS });
    return await call(page, "connections.test", { id }).then(
      () => "works",
      (error: Error) => /: ([\w-]+)/.exec(error.message)?.[1] ?? "",
    );
  }

  const noTls = (socket: Socket) => socket.end("x");
  it.each([
    [
      "a refused connection",
      async (): Promise<string> => "https://127.0.0.1:1/",
      "api-unreachable",
    ],
    ["an unknown name", async (): Promise<string> => "https://nowhere.invalid/", "api-offline"],
    [
      "an unknown authority",
      async (): Promise<string> => (await secureServer()).url,
      "api-not-secure",
    ],
    [
      "what is no TLS",
      async (): Promise<string> =>
        `https://127.0.0.1:${(await rawServer({ onConnect: noTls })).port}/`,
      "api-not-secure",
    ],
  ] as const)("%s is told at once", async (_, address, code) => {
    expect(await tested(await address())).toBe(code);
  });

  it("where packets are dropped, it is told within the limit", { timeout: 40_000 }, async () => {
    const port = await fullServer();
    const began = performance.now();
    expect(await tested(`https://127.0.0.1:${port}/`)).toBe("api-unreachable");
    expect(performance.now() - began).toBeLessThan(LIMIT_MS);
  });

  it("a proxy script's ways are tried in their order; what a proxy says is the answer", async () => {
    const { app } = running();
    const login = await rawServer({
      onConnect: (socket) =>
        socket.once("data", () => socket.end("HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n")),
    });
    const never = await connectProxy();
    const ways = `PROXY 127.0.0.1:1; PROXY 127.0.0.1:${login.port}; PROXY 127.0.0.1:${never.port}`;
    const script = `function FindProxyForURL(url, host) { return "${ways}"; }`;
    await app.evaluate(
      async ({ session }, pacScript) =>
        session.defaultSession.setProxy({ mode: "pac_script", pacScript }),
      `data:application/x-ns-proxy-autoconfig,${encodeURIComponent(script)}`,
    );
    expect(await tested("https://platform.example/")).toBe("api-proxy-login");
    expect(login.connections()).toBe(1);
    expect(never.asked).toEqual([]);
    await app.evaluate(({ session }) => session.defaultSession.setProxy({ mode: "direct" }));
  });

  it("a SOCKS proxy is asked for the server by its name", async () => {
    const { app } = running();
    const proxy = await socksProxy();
    await app.evaluate(
      ({ session }, proxyRules) => session.defaultSession.setProxy({ proxyRules }),
      `https=socks5://127.0.0.1:${proxy.port}`,
    );
    // There is no such server: the proxy ends the connection in the handshake.
    expect(await tested("https://behind.invalid/")).toBe("api-not-secure");
    expect(proxy.asked).toEqual(["behind.invalid:443"]);
    await app.evaluate(({ session }) => session.defaultSession.setProxy({ mode: "direct" }));
  });

  it("what fails in the handshake, or at a proxy, waits: nothing was sent", async () => {
    const { app, dataDir } = running();
    async function waits(url: string): Promise<void> {
      const csv = "email,first_name\na@example.com,Ana\n";
      const { importId } = await sendByWindow(running(), { url, credentials: CREDENTIALS }, csv, 1);
      const tried = () => sentOf(dataDir, importId).some(({ attempts }) => attempts > 0);
      await vi.waitUntil(tried, { timeout: 20_000, interval: 50 });
      const ended = () => sentOf(dataDir, importId).every(({ state }) => state !== "sending");
      await vi.waitUntil(ended, { timeout: 20_000, interval: 20 });
      expect(sentOf(dataDir, importId)).toMatchObject([{ state: "waiting" }]);
    }
    await waits((await secureServer()).url);
    await app.evaluate(({ session }) =>
      session.defaultSession.setProxy({ proxyRules: "https=127.0.0.1:1" }),
    );
    await waits("https://behind.example/");
    await app.evaluate(({ session }) => session.defaultSession.setProxy({ mode: "direct" }));
  }, 90_000);
});

/** With a certificate by nobody that the program knows. */
async function secureServer(): Promise<Gateway> {
  return await gateway({ onRequest: (socket) => socket.write(reply("200 OK")) }, true);
}
