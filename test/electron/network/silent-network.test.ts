import { once } from "node:events";
import { createServer } from "node:http";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it, onTestFinished, vi } from "vitest";
import { POINTS } from "../../helpers/practice.ts";
import { addConnection } from "../../window/browser/wizard.ts";
import { startPlainly } from "../program/plain-start.ts";
import { inElectron, programDir, startProgram } from "../program/program.ts";

const PLATFORM = "platform.example";
const CREDENTIALS = { userId: "u", apiKey: "k", accountId: "a" };
/** Chromium's own first errands are run within a second or two of the start. */
const LISTEN_MS = 5000;

/** Hears every host that a program asks for, by whichever of its parts, and lets none through. */
async function listeningProxy(): Promise<{
  readonly env: Readonly<Record<string, string>>;
  readonly hosts: Set<string>;
}> {
  const hosts = new Set<string>();
  const server = createServer((request, reply) => {
    hosts.add(URL.canParse(request.url ?? "") ? new URL(request.url ?? "").hostname : "?");
    reply.writeHead(502).end();
  });
  server.on("connect", (request, socket) => {
    hosts.add(String(request.url).replace(/:\d+$/, ""));
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const proxy = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  return { env: { http_proxy: proxy, https_proxy: proxy }, hosts };
}

inElectron("the network of the real program", () => {
  it("nobody is asked for anything by a first start, and the platform alone by a connection", async () => {
    const { env, hosts } = await listeningProxy();
    const { page } = await startProgram({ env });
    await wait(LISTEN_MS);
    expect([...hosts]).toEqual([]);
    // Nothing holds a key ring here.
    const accepted = page.getByRole("button", { name: "Keep it this way" }).click();
    const reachable = { url: `https://${PLATFORM}/api`, credentials: CREDENTIALS };
    await Promise.all([addConnection(page, "Shop", reachable, POINTS), accepted]);
    await page.evaluate(async () => {
      const found = await window.loyalty?.call("connections.list", {});
      const shop = found?.ok ? found.value.find(({ name }) => name === "Shop") : undefined;
      await window.loyalty?.call("connections.test", { id: shop?.id ?? 0 });
    });
    await vi.waitUntil(() => hosts.size > 0, { timeout: 20_000 });
    await wait(LISTEN_MS);
    expect([...hosts]).toEqual([PLATFORM]);
  });

  it("the command line asks the platform alone", { timeout: 60_000 }, async () => {
    const { env, hosts } = await listeningProxy();
    const folder = ["--data-dir", join(programDir(), "data")];
    const run = (...words: string[]) => startPlainly([...words, ...folder], { ...env, KEY: "k" });
    const add = run(
      ...["profile", "add", "Shop", "--url", `https://${PLATFORM}/api`],
      ...["--user", "u", "--account", "a", "--key-env", "KEY"],
    );
    expect(await add.ended(), add.stderr()).toBe(0);
    const test = run("profile", "test", "Shop");
    await test.ended();
    expect(test.stderr()).not.toBe("");
    expect([...hosts]).toEqual([PLATFORM]);
  });
});
