import { expect, test } from "vitest";
import { environmentRoutes } from "../../../main/pipeline/api/transport/connect/environment.ts";
import { DIRECT } from "../../../main/pipeline/api/transport/connect/route.ts";

const routes = (env: Record<string, string>, url = "https://api.example.com/v1") =>
  environmentRoutes(new URL(url), env);

test.each([
  ["http://proxy.example:3128", { kind: "http", host: "proxy.example", port: 3128, login: null }],
  ["proxy.example:3128", { kind: "http", host: "proxy.example", port: 3128, login: null }],
  ["http://proxy.example/", { kind: "http", host: "proxy.example", port: 80, login: null }],
  ["https://proxy.example", { kind: "https", host: "proxy.example", port: 443, login: null }],
  ["https://proxy.example:80", { kind: "https", host: "proxy.example", port: 80, login: null }],
  ["http://[::1]:80", { kind: "http", host: "::1", port: 80, login: null }],
  ["socks5h://proxy.example", { kind: "socks5", host: "proxy.example", port: 1080, login: null }],
  [
    "http://a%3Ab:c%@proxy.example",
    { kind: "http", host: "proxy.example", port: 80, login: { user: "a:b", password: "c%" } },
  ],
])("%s names a proxy", (value, proxy) => {
  expect(routes({ HTTPS_PROXY: value })).toEqual([proxy]);
});

test("small letters go first, ALL_PROXY last, HTTP_PROXY is for other addresses", () => {
  const port = (env: Record<string, string>) =>
    routes(env)?.map((each) => "port" in each && each.port);
  expect(port({ https_proxy: "a:1", HTTPS_PROXY: "b:2", ALL_PROXY: "c:3" })).toEqual([1]);
  expect(port({ HTTPS_PROXY: "b:2", ALL_PROXY: "c:3" })).toEqual([2]);
  expect(port({ ALL_PROXY: "c:3", HTTP_PROXY: "d:4" })).toEqual([3]);
  expect(port({ HTTP_PROXY: "d:4", http_proxy: "d:4", HTTPS_PROXY: " " })).toBeUndefined();
});

test.each(["ftp://proxy.example", "http://", "http://a:b:c:d", "nonsense://x"])(
  "%s names no proxy that could be used, so there is no way",
  (value) => expect(routes({ HTTPS_PROXY: value })).toEqual([]),
);

test.each([
  ["api.example.com", true],
  ["other.example, API.EXAMPLE.COM", true],
  [".example.com", true],
  ["*.example.com", true],
  ["*", true],
  ["api.example.com:443", true],
  ["api.example.com:8443", false],
  ["example.com", false],
  ["pi.example.com", false],
  [".api.example.com", false],
  ["", false],
  [",", false],
])("NO_PROXY=%s: straight is %s", (value, straight) => {
  const found = routes({ HTTPS_PROXY: "http://p:1", NO_PROXY: value });
  expect(found).toEqual(straight ? [DIRECT] : [expect.objectContaining({ host: "p" })]);
});
