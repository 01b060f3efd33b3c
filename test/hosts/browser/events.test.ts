import { request } from "node:http";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import { type RunningLoopback, runLoopback } from "./loopback.ts";

/** The data lines of an open event stream, one at a time. */
async function openEvents({ loopback, signIn }: RunningLoopback): Promise<AsyncIterator<string>> {
  const authorization = await signIn();
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port: loopback.port, path: "/events", headers: { authorization } })
      .on("response", (reply) => {
        expect(reply.headers["content-type"]).toBe("text/event-stream");
        resolve(createInterface({ input: reply })[Symbol.asyncIterator]());
      })
      .on("error", reject)
      .end();
  });
}

async function nextEvent(lines: AsyncIterator<string>): Promise<unknown> {
  for (;;) {
    const { value, done } = await lines.next();
    if (done) return null;
    if (value.startsWith("data: ")) return JSON.parse(value.slice(6));
  }
}

it("events reach an open page as they come, and the stream ends with the program", async () => {
  const running = await runLoopback();
  const lines = await openEvents(running);
  running.events.emit({ kind: "import", importId: 7 });
  running.events.emit({ kind: "queue" });
  expect(await nextEvent(lines)).toEqual({ kind: "import", importId: 7 });
  expect(await nextEvent(lines)).toEqual({ kind: "queue" });
  await running.loopback.close();
  expect(await nextEvent(lines)).toBeNull();
});

it("a draft made before any page was open is shown by the first one", async () => {
  const running = await runLoopback();
  running.events.emit({ kind: "queue" });
  running.events.emit({ kind: "open-draft", draftId: 4 });
  expect(await nextEvent(await openEvents(running))).toEqual({ kind: "open-draft", draftId: 4 });
});
