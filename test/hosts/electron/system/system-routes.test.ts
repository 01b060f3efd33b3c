import { expect, test } from "vitest";
import { routesOf } from "../../../../main/hosts/electron/system/system-routes.ts";
import { DIRECT } from "../../../../main/pipeline/api/transport/connect/route.ts";

test("what a proxy script answers becomes the ways to try, in its order", () => {
  const proxy = (kind: string, host: string, port: number) => ({ kind, host, port, login: null });
  expect(routesOf("DIRECT")).toEqual([DIRECT]);
  expect(routesOf("PROXY proxy.example:3128; https b.example ;SOCKS5 [::1]:99; DIRECT")).toEqual([
    proxy("http", "proxy.example", 3128),
    proxy("https", "b.example", 443),
    proxy("socks5", "::1", 99),
    DIRECT,
  ]);
  expect(routesOf("SOCKS a; SOCKS4 b:1; HTTP c")).toEqual([
    proxy("socks4", "a", 1080),
    proxy("socks4", "b", 1),
    proxy("http", "c", 80),
  ]);
});

test("what is no way this program could go is left out, never gone round", () => {
  expect(routesOf("QUIC q.example:443")).toEqual([]);
  expect(routesOf("PROXY; PROXY a:b:c;; nonsense")).toEqual([]);
});
