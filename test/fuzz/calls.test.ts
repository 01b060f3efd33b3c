import { writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type CallName, calls } from "../../preload/contract.ts";
import { tempDir } from "../helpers/temp-dir.ts";
import { runLoopback } from "../hosts/browser/loopback.ts";
import { openBrowser } from "../hosts/contract/open-browser.ts";
import { openElectron } from "../hosts/contract/open-electron.ts";
import { inputFor } from "./input-for.ts";
import { mutated } from "./mutate.ts";
import { FUZZ_TIMEOUT_MS, fuzz } from "./run.ts";

/** They open programs of the desktop, or put all data away. */
const LEFT_OUT: ReadonlySet<string> = new Set(["app.openLogFolder", "backup.restore"]);
const NAMES = Object.keys(calls).filter((name) => !LEFT_OUT.has(name)) as CallName[];
const MAX_MS = 20_000;

describe.each([
  { host: "electron", open: openElectron },
  { host: "browser", open: openBrowser },
])("the window's calls on the $host host", ({ open }) => {
  it("are answered whatever they hold, with data or an error that a person understands", {
    timeout: FUZZ_TIMEOUT_MS,
  }, async () => {
    const window = await open();
    const path = join(tempDir(), "list.csv");
    writeFileSync(path, "Email,Birthday\na@b.example,1990-02-20\nc@d.example,31/02/1990\n");
    const accepted = await window.bridge.acceptFile(window.drop(path));
    const fileId = accepted.ok ? accepted.value.fileId : "";
    for (let at = 0; at < 3; at++) await window.bridge.call("drafts.create", { fileId });
    const { found } = await fuzz("call", async (random) => {
      const name = random.pick(NAMES);
      const made = inputFor(calls[name].input, random);
      const isOfFile = random.chance(0.7) && typeof made === "object" && made !== null;
      const input = isOfFile && "fileId" in made ? { ...made, fileId } : made;
      const start = performance.now();
      const answer = await window.bridge.call(name, input as never);
      const took = performance.now() - start;
      const text = `${name} ${JSON.stringify(input)}`;
      if (took > MAX_MS) return { what: `took ${took} ms`, input: text };
      const isFault =
        !answer.ok && ["unexpected", "program-unreachable"].includes(answer.error.code);
      return isFault ? { what: JSON.stringify(answer.error), input: text } : null;
    });
    await window.close();
    expect(found).toBeNull();
  });
});

it("requests to the loopback host end with a status, and never with a fault of the program", {
  timeout: FUZZ_TIMEOUT_MS,
}, async () => {
  const { loopback, signIn } = await runLoopback(64 * 1024);
  const authorization = await signIn();
  const PATHS = [
    "/",
    "/?token=x",
    "/events/",
    "/files?name=a",
    "/call/app.info",
    "/download/x",
    "//a",
  ];
  const { found } = await fuzz("request", async (random) => {
    const path = mutated(Buffer.from(random.pick(PATHS)), random)
      .toString("latin1")
      .replace(/[^!-~]/g, (letter) => encodeURIComponent(letter))
      .slice(0, 2_000);
    const method = random.pick(["GET", "POST", "PUT", "HEAD", "OPTIONS", "DELETE"]);
    const body = mutated(Buffer.from('{"a":[1,{"b":"c"}]}'), random);
    const headers: Record<string, string> = {
      ...(random.chance(0.7) ? { authorization } : {}),
      ...(random.chance(0.5)
        ? { "content-type": random.pick(["application/json", "text/x", "a"]) }
        : {}),
      ...(random.chance(0.1)
        ? { origin: random.pick(["null", "http://127.0.0.1", "https://a"]) }
        : {}),
      ...(random.chance(0.1) ? { cookie: "a=b; ".repeat(random.int(5_000)) } : {}),
    };
    const status = await statusOf(
      { port: loopback.port, path: path || "/", method, headers },
      body,
    );
    const input = `${method} ${path} ${JSON.stringify(headers)}\n${body.toString("latin1")}`;
    return typeof status === "number" && status < 500 ? null : { what: String(status), input };
  });
  expect(found).toBeNull();
});

function statusOf(
  options: {
    readonly port: number;
    readonly path: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
  },
  body: Buffer,
): Promise<number | string> {
  return new Promise((resolve) => {
    const sent = request({ host: "127.0.0.1", timeout: MAX_MS, ...options }, (reply) => {
      resolve(reply.statusCode ?? 0);
      reply.destroy();
    });
    sent.on("timeout", () => sent.destroy(new Error("no answer")));
    // A refusal may come before all of a body has been taken.
    sent.on("error", (error) =>
      resolve("code" in error && error.code === "EPIPE" ? 413 : String(error)),
    );
    sent.end(options.method === "GET" || options.method === "HEAD" ? undefined : body);
  });
}
