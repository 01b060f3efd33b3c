import { fork } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { ENTRIES, entryPath } from "../../../main/common/host/entries.ts";
import { ROOT } from "../../../main/entries/start/root.ts";
import { nodeFork } from "../../../main/hosts/node/node-fork.ts";
import { tempDir } from "../../helpers/temp-dir.ts";

it("a process that is killed tells its end once, also to one who asks late", async () => {
  const worker = nodeFork("staging", { maxMemoryMb: 128 });
  const codes: (number | null)[] = [];
  const ended = new Promise<void>((done) =>
    worker.onExit((code) => {
      codes.push(code);
      done();
    }),
  );
  worker.kill();
  await ended;
  const late = await new Promise((told) => worker.onExit(told));
  expect([...codes, late]).toEqual([null, null]);
  worker.post({ kind: "nobody hears it" });
});

it("bytes stay bytes on their way to a process and back, and it ends with its parent", async () => {
  const port = pathToFileURL(join(ROOT, "main", "common", "host", "parent-port.ts")).href;
  const program = join(tempDir(), "echo.mjs");
  writeFileSync(
    program,
    `import { openParentPort } from ${JSON.stringify(port)};
     const port = openParentPort();
     port.onMessage((message) => port.post(message));`,
  );
  const child = fork(program, [], { serialization: "advanced", execArgv: [] });
  const message = { key: new Uint8Array([1, 2, 255]), rows: new Map([[1, "é"]]) };
  child.send(message);
  const [echo] = await once(child, "message");
  expect(echo).toEqual(message);
  child.disconnect();
  expect(await once(child, "exit")).toEqual([0, null]);
});

it("entries are found in the sources and in the built program alike", () => {
  for (const entry of ENTRIES) {
    expect(entryPath(entry)).toBe(join(ROOT, "main", "entries", `${entry}.ts`));
    for (const self of ["out/main/index.js", "out/main/chunks/host-1a2b.js"]) {
      expect(entryPath(entry, join("/app.asar", self))).toBe(
        join("/app.asar", "out", "main", `${entry}.js`),
      );
    }
  }
});

it.each(["Promise.reject(error)", "throw error"])(
  "a process that ends by an error nobody caught tells where, and writes nothing of it: %s",
  async (how) => {
    const port = pathToFileURL(join(ROOT, "main", "common", "host", "parent-port.ts")).href;
    const program = join(tempDir(), "broken.mjs");
    writeFileSync(
      program,
      `import { openParentPort } from ${JSON.stringify(port)};
       openParentPort();
       const error = new TypeError("Ana Núñez is not a number");
       setTimeout(() => { ${how}; });`,
    );
    const child = fork(program, [], {
      serialization: "advanced",
      execArgv: [],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    let errors = "";
    child.stderr?.on("data", (text) => {
      errors += text;
    });
    const [[message], [code]] = await Promise.all([once(child, "message"), once(child, "close")]);
    expect(message).toEqual({ fault: expect.stringMatching(/^TypeError at broken\.mjs:\d+$/) });
    expect(code).toBe(1);
    expect(errors).toBe("");
  },
);
