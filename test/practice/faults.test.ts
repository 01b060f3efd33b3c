import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import type { Fault, FaultRequest } from "../../main/practice/faults/fault.ts";
import type { PracticeServer } from "../../main/practice/server.ts";
import { ask, BATCH, credentialsOf, header, practiceServer } from "../helpers/practice.ts";
import { faults, forBatches } from "../helpers/servers/faults.ts";

interface Seen {
  readonly text: string;
  readonly end: "closed" | "reset";
}

/** Posts one batch over a bare socket: what came back, and how the connection ended. */
async function post(server: PracticeServer): Promise<Seen> {
  const batch = { ...BATCH, ...header("code"), output: "JSON", condensed: "yes" };
  const form = String(
    new URLSearchParams({ ...credentialsOf(server), ...batch, profiles_data: "A" }),
  );
  const { promise, resolve } = Promise.withResolvers<Seen["end"]>();
  const socket = connect(server.port, "127.0.0.1");
  const pieces: Buffer[] = [];
  socket.on("data", (piece) => pieces.push(piece));
  socket.once("error", () => resolve("reset"));
  socket.once("close", () => resolve("closed"));
  socket.write(
    `POST / HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\nconnection: close\r\n` +
      "content-type: application/x-www-form-urlencoded\r\n" +
      `content-length: ${Buffer.byteLength(form)}\r\n\r\n${form}`,
  );
  const end = await promise;
  socket.destroy();
  return { text: Buffer.concat(pieces).toString("latin1"), end };
}

const spoiling = (fault: Fault) => practiceServer({ faults: forBatches(fault) });

describe("a fault plan", () => {
  test("is asked for every request with its number and type", async () => {
    const seen: FaultRequest[] = [];
    const server = await practiceServer({
      faults: (request) => {
        seen.push(request);
        return undefined;
      },
    });
    await ask(server, { type: "account_info" });
    await post(server);
    await fetch(server.url, { method: "POST", body: new URLSearchParams({ a: "b" }) });
    expect(seen).toEqual([
      { number: 1, type: "account_info" },
      { number: 2, type: "customers_batch" },
      { number: 3, type: null },
    ]);
    expect(server.requests()).toBe(3);
  });

  test("spoils the batches it names and lets later ones through", async () => {
    const server = await practiceServer({
      faults: forBatches(undefined, faults.tryLater(503, "7")),
    });
    expect((await post(server)).text).toMatch(/^HTTP\/1\.1 200 /);
    expect(await ask(server, { type: "account_info" })).toMatchObject({ status: "success" });
    const later = await post(server);
    expect(later.text).toMatch(/^HTTP\/1\.1 503 /);
    expect(later.text).toContain("retry-after: 7\r\n");
    expect((await post(server)).text).toMatch(/^HTTP\/1\.1 200 /);
    expect(server.applied()).toHaveLength(2);
  });
});

describe("a fault", () => {
  test.each([
    ["before-reading", 0],
    ["before-applying", 0],
    ["after-applying", 1],
  ] as const)("drops the connection %s", async (when, applied) => {
    const reset = await spoiling(faults.reset(when));
    expect(await post(reset)).toEqual({ text: "", end: "reset" });
    expect(reset.applied()).toHaveLength(applied);
    const close = await spoiling(faults.close(when));
    expect(await post(close)).toEqual({ text: "", end: "closed" });
    expect(close.applied()).toHaveLength(applied);
    const hang = await spoiling(faults.hang(when));
    const silence = post(hang);
    await expect.poll(() => hang.requests()).toBe(1);
    await expect.poll(() => hang.applied()).toHaveLength(applied);
    await hang.close();
    expect((await silence).text).toBe("");
  });

  test("replaces the reply, whether the batch was applied or not", async () => {
    for (const applied of [false, true]) {
      const server = await practiceServer({
        faults: forBatches(
          faults.gateway(502, applied),
          faults.page(applied),
          faults.empty(applied),
        ),
      });
      expect((await post(server)).text).toMatch(/^HTTP\/1\.1 502 /);
      expect((await post(server)).text).toMatch(
        /^HTTP\/1\.1 200 [\s\S]*text\/html[\s\S]*<!DOCTYPE html>/,
      );
      expect((await post(server)).text).toMatch(/^HTTP\/1\.1 200 [\s\S]*\r\n\r\n$/);
      expect(server.applied()).toHaveLength(applied ? 3 : 0);
    }
  });

  test("cuts an applied reply short of its announced length", async () => {
    const whole = (await post(await practiceServer())).text.split("\r\n\r\n")[1] ?? "";
    for (const bytes of [0, 1, whole.length - 1]) {
      const server = await spoiling(faults.cut(bytes));
      const { text, end } = await post(server);
      expect(text).toContain(`content-length: ${whole.length}\r\n`);
      expect(text.split("\r\n\r\n")[1]).toBe(whole.slice(0, bytes));
      expect(end).toBe("closed");
      expect(server.applied()).toHaveLength(1);
    }
  });

  test("changes an applied reply's charset or type", async () => {
    const server = await practiceServer({
      faults: forBatches(faults.wrongCharset(), faults.wrongContentType()),
    });
    const { text } = await post(server);
    expect(text).toContain("charset=utf-8");
    expect(text.split("\r\n\r\n")[1]).toMatch(/^\xff\xfe\{\0"\0/);
    expect((await post(server)).text).toContain("content-type: application/octet-stream");
    expect(server.applied()).toHaveLength(2);
  });

  test("delays an answer, and closing does not wait for it", async () => {
    const server = await practiceServer({
      faults: forBatches(faults.delay(1), faults.delay(3_600_000)),
    });
    expect((await post(server)).text).toMatch(/^HTTP\/1\.1 200 /);
    const never = post(server);
    await expect.poll(() => server.requests()).toBe(2);
    await server.close();
    expect((await never).text).toBe("");
  });
});
