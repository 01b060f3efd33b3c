import { chmodSync, copyFileSync, mkdtempSync, rmSync } from "node:fs";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { postForm, practiceServer } from "../../helpers/practice.ts";
import { CERTIFICATE, gateway, reply, reset } from "../../helpers/servers/gateway.ts";
import { connectProxy } from "../../helpers/servers/proxies.ts";
import {
  type SpoiledPlatform,
  spoiledList,
  spoiledPlatform,
} from "../../helpers/servers/spoiled-platform.ts";
import { WIRE_FAULTS, type WireFault } from "../../helpers/servers/wire-faults.ts";
import {
  byCommandLine,
  byElectronWords,
  byNodeWords,
  byWindow,
  type Deliver,
  type Sent,
} from "../program/deliveries.ts";
import { inElectron, suiteProgram } from "../program/program.ts";

/** Fault by fault, what became of its batch in each program. */
const table = new Map<string, Record<string, string>>();

/** What must hold of every batch, whatever it met and whatever sent it. */
function check(
  name: string,
  faults: readonly WireFault[],
  sent: readonly Sent[],
  platform: SpoiledPlatform,
): void {
  expect(sent).toHaveLength(2 * faults.length);
  const wrong: object[] = [];
  for (const [batch, { state, attempts }] of sent.entries()) {
    const fault = batch % 2 === 0 ? faults[batch / 2] : undefined;
    const { arrived, applied } = platform.met(batch);
    const right = expectedStates(fault, sent[batch - 1]).includes(state);
    const line = { fault: fault?.name ?? "none", state, attempts, arrived, applied };
    const once = arrived <= attempts && applied === (state === "accepted" ? 1 : applied % 2);
    if (!right || !once) wrong.push(line);
    if (fault === undefined) continue;
    const cells = table.get(fault.name) ?? {};
    cells[name] = `${state}, sent ${attempts}, came ${arrived}, applied ${applied}`;
    table.set(fault.name, cells);
  }
  expect(wrong).toEqual([]);
}

function expectedStates(fault: WireFault | undefined, before: Sent | undefined) {
  if (fault !== undefined) return fault.early ? [fault.state, "accepted"] : [fault.state];
  // A rejected batch may hold back what is left of its list.
  return before?.state === "rejected" ? ["accepted", "queued"] : ["accepted"];
}

/** Somewhere that the program's user may read. */
function readableCertificate(): string {
  const dir = mkdtempSync(join(tmpdir(), "loyalty-importer-"));
  chmodSync(dir, 0o755);
  const path = join(dir, "authority.pem");
  copyFileSync(CERTIFICATE, path);
  return path;
}

const SOON = WIRE_FAULTS.filter(({ untilTimeout }) => untilTimeout !== true);
const LATE = WIRE_FAULTS.filter(({ untilTimeout }) => untilTimeout === true);
/** A server that was busy is spared for long where nobody hurries: once, and last, is enough. */
const BUSY = /425|429|503/;
/** The command line stops at the first batch that is refused. */
const PASSING = [
  ...SOON.filter(({ state, name }) => state !== "rejected" && !BUSY.test(name)),
  ...SOON.filter(({ name }) => name.includes("429")),
];
const REFUSED = SOON.filter(({ name }) => /421/.test(name));
const authority = readableCertificate();
const env = { NODE_EXTRA_CA_CERTS: authority };
const LINES = [
  { line: "", secure: false, proxied: false },
  { line: ", TLS", secure: true, proxied: false },
  { line: ", TLS by a proxy", secure: true, proxied: true },
] as const;

inElectron("delivery by the real program", () => {
  const running = suiteProgram({ env });
  afterAll(() => {
    console.table(Object.fromEntries(table));
    rmSync(dirname(authority), { recursive: true });
  });

  async function send(name: string, faults: readonly WireFault[], secure: boolean, by: Deliver) {
    const platform = await spoiledPlatform(faults, secure);
    check(name, faults, await by(platform, spoiledList(faults), 1), platform);
  }

  /** As the system's settings would name it, behind one that nobody answers at. */
  async function setProxy(port: number | null): Promise<void> {
    await running().app.evaluate(
      async ({ session }, rules) => session.defaultSession.setProxy(rules),
      port === null
        ? { mode: "direct" as const }
        : {
            proxyRules: `https=127.0.0.1:1,127.0.0.1:${port}`,
            proxyBypassRules: "<-loopback>",
          },
    );
  }

  it.each(LINES)(
    "the window sends no batch twice, whatever happens to it$line",
    async (each) => {
      const proxy = each.proxied ? await connectProxy() : null;
      await setProxy(proxy?.port ?? null);
      await send(`window${each.line}`, SOON, each.secure, byWindow(running()));
      if (proxy !== null) expect(proxy.asked.length).toBeGreaterThan(SOON.length);
      await setProxy(null);
    },
    90_000,
  );

  it("the window asks about what was not answered in time", async () => {
    // Two minutes are a long time in a test.
    await running().app.evaluate(() => {
      const { setTimeout: wait } = globalThis;
      const hurried = (action: () => void, ms?: number) => wait(action, ms === 120_000 ? 1000 : ms);
      globalThis.setTimeout = Object.assign(hurried, wait) as typeof setTimeout;
    });
    await send("window", LATE, false, byWindow(running()));
  }, 90_000);

  it.each([
    ["closes it", (socket: Socket) => socket.end()],
    ["resets it", reset],
    ["says 408", (socket: Socket) => socket.end(reply("408 Request Timeout"))],
    ["says 421", (socket: Socket) => socket.write(reply("421 Misdirected Request"))],
  ])(
    "a gateway keeps connections, passes the second of five batches on and %s: once each",
    async (_, drop) => {
      for (const by of [byWindow(running()), byCommandLine(byElectronWords)]) {
        const practice = await practiceServer();
        const batches: string[] = [];
        const { url } = await gateway({
          async onRequest(socket, body) {
            const answer = await (await postForm(practice.url, body)).text();
            if (body.includes("type=customers_batch")) batches.push(body);
            if (batches.length === 2 && batches[1] === body) drop(socket);
            else socket.write(reply("200 OK", answer));
          },
        });
        const rows = Array.from({ length: 900 }, (_, at) => `p${at}@example.com,Ana\n`);
        const csv = `email,first_name\n${rows.join("")}`;
        const sent = await by({ url, credentials: practice.credentials }, csv, 200);
        expect(sent[1]?.state).not.toBe("accepted");
        expect(sent.map(({ attempts }) => attempts).every((each) => each <= 1)).toBe(true);
        expect(new Set(batches).size).toBe(batches.length);
        const customers = practice.customers().map(({ fields }) => fields.email);
        expect(new Set(customers).size).toBe(customers.length);
      }
    },
    90_000,
  );

  it.each([
    { name: "Electron", by: byElectronWords },
    { name: "plain Node", by: byNodeWords },
  ])(
    "nor does the command line ($name), through a proxy that the environment names",
    async ({ name, by }) => {
      const proxy = await connectProxy();
      const words = byCommandLine(by, { ...env, HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` });
      await send(`command line, ${name}`, PASSING, true, words);
      for (const fault of REFUSED) await send(`command line, ${name}`, [fault], true, words);
      expect(proxy.asked.length).toBeGreaterThan(PASSING.length);
    },
    300_000,
  );
});
