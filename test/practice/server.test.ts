import { request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { startPracticeServer } from "../../main/practice/server.ts";
import { expectOwnerOnly } from "../helpers/posix.ts";
import {
  ask,
  BATCH,
  credentialsOf,
  header,
  imported,
  postForm,
  practiceServer,
  sendRows,
} from "../helpers/practice.ts";
import { tempDir } from "../helpers/temp-dir.ts";

describe("the practice server", () => {
  test("answers on the loopback address only, on any free port or the one asked for", async () => {
    const first = await practiceServer();
    expect(first.url).toBe(`http://127.0.0.1:${first.port}/`);
    await first.close();
    const second = await practiceServer({ port: first.port });
    expect(second.url).toBe(first.url);
  });

  test("says so where its port is taken", async () => {
    const { port } = await practiceServer();
    await expect(startPracticeServer({ port, databasePath: ":memory:" })).rejects.toMatchObject({
      code: "practice-port-taken",
      params: { port },
    });
  });

  test("counts its requests, refused ones too", async () => {
    const server = await practiceServer();
    await ask(server, { type: "account_info" });
    await ask(server, { type: "nothing" });
    await fetch(server.url);
    expect(server.requests()).toBe(3);
  });

  test("refuses by status what is no form posted to its one address", async () => {
    const { url } = await practiceServer();
    expect((await fetch(url)).status).toBe(405);
    expect((await fetch(`${url}other`, { method: "POST" })).status).toBe(404);
    for (const type of ["application/json", "multipart/form-data", "text/plain;charset=utf-8"]) {
      const headers = { "content-type": type };
      expect((await fetch(url, { method: "POST", headers, body: "{}" })).status).toBe(415);
    }
    const latin = { "content-type": "application/x-www-form-urlencoded; charset=iso-8859-1" };
    expect((await fetch(url, { method: "POST", headers: latin, body: "a=b" })).status).toBe(415);
    const utf8 = { "content-type": "application/x-www-form-urlencoded;charset=UTF-8" };
    expect((await fetch(url, { method: "POST", headers: utf8, body: "a=b" })).status).toBe(200);
  });

  test("keeps web pages out, by their origin or by a foreign name for this computer", async () => {
    const { url, port } = await practiceServer();
    expect(await statusWith(url, { origin: "https://example.com" })).toBe(403);
    expect(await statusWith(url, { origin: "null", "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await statusWith(url, { origin: "null", "sec-fetch-site": "none" })).toBe(200);
    expect(await statusWith(url, { host: `example.com:${port}` })).toBe(421);
    expect(await statusWith(url, { host: `localhost:${port}` })).toBe(200);
  });

  test("refuses a body above its limit, announced or not, and goes on", async () => {
    const server = await practiceServer();
    const announced = await rawReply(server.port, "content-length: 99999999", "");
    expect(announced).toMatch(/^HTTP\/1\.1 413 /);
    const chunk = `1000000\r\n${"x".repeat(0x1000000)}\r\n`;
    const streamed = await rawReply(server.port, "transfer-encoding: chunked", chunk.repeat(5));
    expect(streamed).toMatch(/^(HTTP\/1\.1 413 |$)/);
    expect(await ask(server, { type: "account_info" })).toMatchObject({ status: "success" });
  });

  test("survives a client that goes away in the middle of a request, applying nothing", async () => {
    const server = await practiceServer();
    const form = new URLSearchParams({
      ...credentialsOf(server),
      ...BATCH,
      ...header("code"),
      profiles_data: "A",
    });
    const socket = connect(server.port, "127.0.0.1");
    const gone = new Promise((resolve) => socket.once("close", resolve));
    socket.write(
      `POST / HTTP/1.1\r\nhost: 127.0.0.1:${server.port}\r\ncontent-length: 9999\r\n` +
        `content-type: application/x-www-form-urlencoded\r\n\r\n${form}`,
      () => socket.resetAndDestroy(),
    );
    await gone;
    expect(await ask(server, { type: "account_info" })).toMatchObject({ status: "success" });
    expect(server.customers()).toEqual([]);
  });
});

describe("the practice account", () => {
  test("survives a restart with customers, balances and undo states", async () => {
    const databasePath = join(tempDir(), "practice.sqlite");
    const first = await practiceServer({ databasePath });
    await sendRows(first, ["code", "auto_add"], ["A|5"]);
    const [customers, states] = [first.customers(), first.undoStates()];
    await first.close();
    const second = await practiceServer({ databasePath });
    expect(second.customers()).toEqual(customers);
    expect(second.undoStates()).toEqual(states);
    expect(second.credentials).toEqual(first.credentials);
  });

  test("is readable by its owner only", async () => {
    const databasePath = join(tempDir(), "folder", "practice.sqlite");
    await practiceServer({ databasePath });
    expectOwnerOnly(databasePath);
  });

  test("records applied batches in memory, in a file only where asked to", async () => {
    const databasePath = join(tempDir(), "practice.sqlite");
    const quiet = await practiceServer({ databasePath });
    await sendRows(quiet, ["code"], ["A"]);
    expect(quiet.applied()).toEqual([]);
    await quiet.close();
    const recording = await practiceServer({ databasePath, record: true });
    await sendRows(recording, ["code"], ["B"], { no_undo: "yes", card_number_generate: "6" });
    expect(recording.applied()).toEqual([
      {
        fields: ["code"],
        rows: [["B"]],
        duplicates: "update",
        campaigns: ["1106069098931231"],
        generateCardNumbers: 6,
        undoState: false,
        created: 1,
        updated: 0,
      },
    ]);
  });

  test("of a newer version or no database at all is refused and left alone", async () => {
    const databasePath = join(tempDir(), "practice.sqlite");
    const db = new Sqlite(databasePath);
    db.pragma("user_version = 99");
    db.close();
    await expect(startPracticeServer({ databasePath })).rejects.toMatchObject({
      code: "database-newer",
    });
    await expect(startPracticeServer({ databasePath: import.meta.filename })).rejects.toMatchObject(
      { code: "database-damaged" },
    );
  });

  test("takes a batch of ten thousand rows", async () => {
    const server = await practiceServer();
    const rows = Array.from({ length: 10_000 }, (_, index) => `${index}|${10_000 - index}|Zoë`);
    const fields = ["code", "card_number", "first_name"];
    expect(await sendRows(server, fields, rows)).toEqual(imported(10_000, 0));
    expect(await sendRows(server, fields, rows)).toEqual(imported(0, 10_000));
  });
});

test("closing lets go of everything, twice if need be", async () => {
  const server = await practiceServer();
  const kept = connect(server.port, "127.0.0.1");
  await new Promise((resolve) => kept.once("connect", resolve));
  await server.close();
  await server.close();
  kept.destroy();
  await expect(postForm(server.url, "")).rejects.toThrow();
});

function statusWith(url: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const type = { "content-type": "application/x-www-form-urlencoded" };
  const sent = request(url, { method: "POST", headers: { ...type, ...headers } }, (reply) => {
    reply.resume();
    resolve(reply.statusCode ?? 0);
  });
  sent.once("error", reject);
  sent.end("a=b");
  return promise;
}

/** What arrives on a bare socket until the server ends it; empty where it was reset first. */
function rawReply(port: number, framing: string, body: string): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const socket = connect(port, "127.0.0.1");
  let text = "";
  socket.on("data", (piece) => {
    text += piece.toString("latin1");
  });
  socket.once("error", () => resolve(text));
  socket.once("close", () => resolve(text));
  const type = "content-type: application/x-www-form-urlencoded";
  socket.write(
    `POST / HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${type}\r\n${framing}\r\n\r\n${body}`,
  );
  return promise;
}
