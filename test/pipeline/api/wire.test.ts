import { readFileSync } from "node:fs";
import type { Socket } from "node:net";
import tls from "node:tls";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { PostRequest, Transport } from "../../../main/common/host/transport.ts";
import { DIRECT, proxyAt, type Route } from "../../../main/pipeline/api/transport/connect/route.ts";
import { createNodeTransport } from "../../../main/pipeline/api/transport/node-transport.ts";
import { CERTIFICATE, gateway, reply, reset } from "../../helpers/servers/gateway.ts";
import { connectProxy, socksProxy } from "../../helpers/servers/proxies.ts";
import { WIRE_FAULTS } from "../../helpers/servers/wire-faults.ts";

const KNOWN = tls.getCACertificates("default");

/** The certificate of the tests is one that the system knows; no proxy is named. */
beforeAll(() => {
  tls.setDefaultCACertificates([...KNOWN, readFileSync(CERTIFICATE, "utf8")]);
  for (const name of ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]) vi.stubEnv(name, "");
});
afterAll(() => {
  tls.setDefaultCACertificates(KNOWN);
  vi.unstubAllEnvs();
});

interface Line {
  readonly name: string;
  readonly secure: boolean;
  readonly route: () => Promise<{
    readonly route: Route | null;
    readonly asked?: readonly string[];
  }>;
}

const LINES: readonly Line[] = [
  { name: "direct", secure: false, route: async () => ({ route: DIRECT }) },
  { name: "TLS", secure: true, route: async () => ({ route: DIRECT }) },
  {
    name: "TLS by an HTTP proxy",
    secure: true,
    async route() {
      const { port, asked } = await connectProxy();
      return { route: proxyAt("http", `127.0.0.1:${port}`), asked };
    },
  },
  {
    name: "TLS by an HTTPS proxy",
    secure: true,
    async route() {
      const { port, asked } = await connectProxy(true);
      return { route: proxyAt("https", `127.0.0.1:${port}`), asked };
    },
  },
  {
    name: "TLS by a SOCKS proxy",
    secure: true,
    async route() {
      const { port, asked } = await socksProxy();
      return { route: proxyAt("socks5", `127.0.0.1:${port}`), asked };
    },
  },
];

function requestTo(url: string, more: Partial<PostRequest> = {}): PostRequest {
  return {
    url,
    body: "x".repeat(100_000),
    connectTimeoutMs: 5000,
    replyTimeoutMs: 5000,
    maxReplyBytes: 10_000,
    ...more,
  };
}

describe.each(LINES)("no request goes twice: $name", ({ secure, route }) => {
  async function line(): Promise<{ readonly transport: Transport; proxied(): boolean }> {
    const { route: way, asked = [] } = await route();
    const transport = createNodeTransport(async () => (way === null ? [] : [way]));
    return { transport, proxied: () => way?.kind === "direct" || asked.length > 0 };
  }

  test.each(WIRE_FAULTS)("$name", async ({ behaviour, outcome, ...each }) => {
    const passes: string[] = [];
    const server = await gateway(
      behaviour(async (body) => {
        passes.push(body);
        return '{"status":"success"}';
      }),
      secure,
    );
    const { transport, proxied } = await line();
    const got = await transport.post(
      requestTo(server.url, {
        ...(each.untilTimeout ? { replyTimeoutMs: 300 } : {}),
        ...(each.long ? { body: "x".repeat(12_000_000) } : {}),
      }),
    );
    // A second request would come within moments.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(each.early ? [outcome, "not-sent"] : [outcome]).toContain(got.kind);
    expect(server.requests().length).toBeLessThanOrEqual(1);
    expect(passes.length).toBeLessThanOrEqual(1);
    expect(server.connections()).toBe(1);
    expect(proxied()).toBe(true);
  });

  test("a gateway that keeps the connection, passes the next request on and drops it", async () => {
    const drops = [
      (socket: Socket) => socket.end(),
      reset,
      (socket: Socket) => socket.end(reply("408 Request Timeout")),
    ];
    for (const drop of drops) {
      const server = await gateway(
        {
          onRequest: (socket, _body, count) =>
            count === 2 ? drop(socket) : socket.write(reply("200 OK", '{"status":"success"}')),
        },
        secure,
      );
      const { transport } = await line();
      for (const count of [1, 2, 3]) {
        await transport.post(requestTo(server.url, { body: `mark=${count}` }));
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(server.requests().map(({ body }) => body)).toEqual(["mark=1", "mark=2", "mark=3"]);
    }
  });
});
