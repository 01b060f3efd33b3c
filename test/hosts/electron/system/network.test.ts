import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { setUpNetwork } from "../../../../main/hosts/electron/system/network.ts";
import { app, told } from "../stand-in/index.ts";

beforeEach(() => told.switches.clear());
afterEach(() => {
  told.packaged = false;
  app.removeAllListeners();
});

it("the installed program takes no word that weakens certificates, opens a debugger or writes requests down", () => {
  const given = [
    ...["ignore-certificate-errors", "remote-debugging-port", "remote-debugging-pipe"],
    ...["log-net-log", "ssl-key-log-file", "disable-web-security"],
  ];
  for (const name of [...given, "proxy-server"]) told.switches.add(name);
  told.packaged = true;
  setUpNetwork();
  expect([...told.switches]).toEqual(["proxy-server"]);
});

it("no server is shown a certificate of the person at the computer", () => {
  setUpNetwork();
  const chosen = vi.fn<(certificate?: unknown) => void>();
  let prevented = false;
  const event = {
    preventDefault: () => {
      prevented = true;
    },
  };
  app.emit("select-client-certificate", event, null, "https://api.example/", [{}], chosen);
  expect(prevented).toBe(true);
  expect(chosen.mock.calls).toEqual([[]]);
});

it("nothing in the program passes a wrong certificate", () => {
  setUpNetwork();
  expect(app.listenerCount("certificate-error")).toBe(0);
});
