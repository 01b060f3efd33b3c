import { expect, onTestFinished, test } from "vitest";
import { createNodeTransport } from "../../main/api/node-transport.ts";
import { rawServer } from "../helpers/raw-server.ts";

/** Posts to an https address through a proxy that answers the CONNECT with these bytes. */
async function through(answer: string) {
  const asked: string[] = [];
  const proxy = await rawServer({
    onConnect: (socket) =>
      socket.once("data", (chunk) => {
        asked.push(chunk.toString().split("\r\n")[0] ?? "");
        socket.end(answer);
      }),
  });
  process.env.HTTPS_PROXY = `http://127.0.0.1:${proxy.port}`;
  onTestFinished(() => {
    delete process.env.HTTPS_PROXY;
  });
  const transport = createNodeTransport();
  onTestFinished(() => transport.close());
  const outcome = await transport.post({
    url: "https://api.example.com/",
    body: "a=b",
    connectTimeoutMs: 3000,
    replyTimeoutMs: 3000,
    maxReplyBytes: 1000,
  });
  return { outcome, asked };
}

test("a proxy that asks for a login is named, and nothing was sent", async () => {
  const { outcome, asked } = await through(
    "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n",
  );
  expect(asked).toEqual(["CONNECT api.example.com:443 HTTP/1.1"]);
  expect(outcome).toMatchObject({ kind: "not-sent", cause: "proxy-login" });
});

test.each([
  ["cannot reach the address", "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"],
  ["hangs up", ""],
  ["speaks no HTTP", "what?\r\n\r\n"],
])("a proxy that %s proves that nothing was sent", async (_, answer) => {
  expect((await through(answer)).outcome.kind).toBe("not-sent");
});
