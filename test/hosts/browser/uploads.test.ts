import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { Readable } from "node:stream";
import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { openUploads, safeName } from "../../../main/hosts/window/uploads.ts";
import { expectOwnerOnly } from "../../helpers/posix.ts";
import { tempDir } from "../../helpers/temp-dir.ts";
import { runLoopback } from "./loopback.ts";

const inbox = (dataDir: string) => readdirSync(join(dataDir, "inbox"));

describe("uploads", () => {
  it("store the file under its own name, readable by its owner only", async () => {
    const { ask, app, signIn } = await runLoopback();
    const reply = await ask({
      method: "POST",
      path: `/files?name=${encodeURIComponent("Kunden März.csv")}`,
      headers: { authorization: await signIn() },
      body: "a;b\n1;2\n",
    });
    expect(JSON.parse(reply.body)).toEqual({ ok: true, value: { fileId: "file-1" } });
    const path = app.files[0] ?? "";
    expect(path).toMatch(/Kunden März\.csv$/);
    expect(readFileSync(path, "utf8")).toBe("a;b\n1;2\n");
    expectOwnerOnly(path, join(path, ".."));
  });

  it("beyond the limit are refused, whether their size was said or not, and leave nothing", async () => {
    const { ask, app, dataDir, signIn } = await runLoopback(1000);
    const headers = { authorization: await signIn() };
    const path = "/files?name=big.csv";
    const said = await ask({ method: "POST", path, headers, body: "x".repeat(1001) });
    expect(said.status).toBe(413);
    const streamed = Readable.from(Array.from({ length: 50 }, () => "y".repeat(100)));
    const unsaid = await ask({ method: "POST", path, headers, body: streamed });
    expect(unsaid.status).toBe(413);
    expect(JSON.parse(unsaid.body)).toMatchObject({ error: { code: "upload-too-large" } });
    expect(app.files).toEqual([]);
    expect(inbox(dataDir)).toEqual([]);
    expect((await ask({ method: "POST", path, headers, body: "x".repeat(1000) })).status).toBe(200);
  });

  it("that break off leave nothing", async () => {
    const { app, dataDir, loopback, signIn } = await runLoopback();
    const sent = request({
      host: "127.0.0.1",
      port: loopback.port,
      method: "POST",
      path: "/files?name=cut.csv",
      headers: { authorization: await signIn(), "content-length": 1000 },
    });
    sent.on("error", () => undefined);
    sent.write("half");
    await vi.waitFor(() => expect(inbox(dataDir).length).toBeGreaterThan(1));
    sent.destroy();
    await vi.waitFor(() => expect(inbox(dataDir)).toEqual([]));
    expect(app.files).toEqual([]);
  });

  it("that no draft was made of go when the program ends, the others stay", async () => {
    const { ask, app, dataDir, loopback, signIn } = await runLoopback();
    const headers = { authorization: await signIn(), "content-type": "application/json" };
    await ask({ method: "POST", path: "/files?name=used.csv", headers, body: "1" });
    await ask({ method: "POST", path: "/files?name=unused.csv", headers, body: "2" });
    const body = JSON.stringify({ fileId: "file-1" });
    await ask({ method: "POST", path: "/call/drafts.create", headers, body });
    await loopback.close();
    expect(app.files.map((path) => existsSync(path))).toEqual([true, false]);
    expect(inbox(dataDir)).toHaveLength(1);
  });

  it("of a program that was killed are swept at a later start", async () => {
    const dataDir = tempDir();
    const old = join(dataDir, "inbox", "old");
    const used = join(dataDir, "inbox", "used");
    for (const folder of [old, used]) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "list.csv"), "x");
    }
    writeFileSync(`${old}.unused`, "");
    const twoDaysAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
    utimesSync(`${old}.unused`, twoDaysAgo, twoDaysAgo);
    await openUploads(dataDir);
    expect(inbox(dataDir)).toEqual(["used"]);
  });

  it("get a name that is one name on every system, whatever the page says", () => {
    expect(safeName("../../etc/passwd")).toBe(".._.._etc_passwd");
    expect(safeName("C:\\x\\list.xlsx")).toBe("C__x_list.xlsx");
    expect(safeName("..")).toBe("list");
    expect(safeName("")).toBe("list");
    expect(safeName(`${"a".repeat(400)}.xlsx`)).toMatch(/^a{175}\.xlsx$/);
    expect(safeName("con.xlsx")).toBe("_con.xlsx");
    expect(safeName("list\0.csv")).toBe("list_.csv");
    void fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (name) => {
        const safe = safeName(name);
        expect(safe).not.toMatch(/[/\\\p{Cc}]|^\.{1,2}$/u);
        expect(safe.length).toBeGreaterThan(0);
        expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200);
      }),
    );
  });

  it.each([
    ["longer than a name may be", `${"😀".repeat(100)}.csv`],
    ["of letters with many bytes", `${"名".repeat(200)}.xlsx`],
    ["with a null character", "a\0b.csv"],
    ["of a device", "NUL.csv"],
    ["with half a letter", "x%ED%A0%BD.csv"],
  ])("are taken over under a name %s", async (_, name) => {
    const { ask, app, signIn } = await runLoopback();
    const headers = { authorization: await signIn() };
    const written = name.includes("%") ? name : encodeURIComponent(name);
    const reply = await ask({
      method: "POST",
      path: `/files?name=${written}`,
      headers,
      body: "a\n1\n",
    });
    expect(reply.status).toBe(200);
    expect(readFileSync(app.files[0] ?? "", "utf8")).toBe("a\n1\n");
  });
});
