import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { findBrowser } from "../window/find-browser.ts";

/** Between two looks at the page. */
const LOOK_MS = 2;

/** A browser that nothing but the DevTools protocol's DOM part looks into. */
export interface PlainBrowser {
  /** Opens an address; done when the page shows its first heading. */
  open(url: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts a browser as a person does. A tool that tests pages has the engine keep stacks and
 * positions for it, for which the engine reads every script once more: what it measures of a start
 * is not what a person waits for.
 */
export async function startPlainBrowser(): Promise<PlainBrowser> {
  const path = findBrowser();
  if (path === null) throw new Error("No browser. `npm test` finds or installs one.");
  const profile = mkdtempSync(join(tmpdir(), "loyalty-importer-browser-"));
  const child = spawn(
    path,
    [
      ...["--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check"],
      ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
      ...["--remote-debugging-port=0", `--user-data-dir=${profile}`],
      // Chromium's sandbox does not start for root; only pages of our own are opened.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "about:blank",
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const exited = once(child, "exit");
  const ask = await connect(await debuggerAddress(child));
  return {
    async open(url) {
      const { targetId } = await ask<{ targetId: string }>("Target.createTarget", { url });
      const { sessionId } = await ask<{ sessionId: string }>("Target.attachToTarget", {
        targetId,
        flatten: true,
      });
      while (!(await showsHeading(ask, sessionId))) await wait(LOOK_MS);
    },
    async close() {
      await ask("Browser.close", {});
      await exited;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

type Ask = <T>(method: string, params: object, sessionId?: string) => Promise<T>;

async function debuggerAddress(child: ChildProcess): Promise<string> {
  if (child.stderr === null) throw new Error("no output");
  for await (const line of createInterface({ input: child.stderr })) {
    const found = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error("the browser ended before it could be asked");
}

async function connect(address: string): Promise<Ask> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener("message", ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  await once(socket, "open");
  let last = 0;
  return async <T>(method: string, params: object, sessionId?: string) => {
    last += 1;
    const id = last;
    const answered = new Promise<Answer>((resolve) => {
      waiting.set(id, resolve);
    });
    socket.send(JSON.stringify({ id, method, params, sessionId }));
    const { result, error } = await answered;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result as T;
  };
}

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Whether the page has a heading that takes room on the screen. */
async function showsHeading(ask: Ask, session: string): Promise<boolean> {
  try {
    const { root } = await ask<{ root: { nodeId: number } }>(
      "DOM.getDocument",
      { depth: 0 },
      session,
    );
    const { nodeId } = await ask<{ nodeId: number }>(
      "DOM.querySelector",
      { nodeId: root.nodeId, selector: "h1" },
      session,
    );
    if (nodeId === 0) return false;
    await ask("DOM.getBoxModel", { nodeId }, session);
    return true;
  } catch (error) {
    // The document was another one by then, or the heading is not laid out yet.
    if (error instanceof Error && error.message.startsWith("DOM.")) return false;
    throw error;
  }
}
