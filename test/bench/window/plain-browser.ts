import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { findBrowser } from "../../window/browser/find-browser.ts";

/** Between two looks at the page. */
const LOOK_MS = 5;

/** A browser that nobody looks into but for one question, asked again and again. */
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
      // Pages of the browser's own, read beside ours whether it is used or not; Electron has none.
      "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup",
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

/**
 * Whether the page has a heading that takes room on the screen: one question, as each would wait
 * for what the page is doing.
 */
async function showsHeading(ask: Ask, session: string): Promise<boolean> {
  try {
    const { result } = await ask<{ result: { value?: unknown } }>(
      "Runtime.evaluate",
      { expression: 'document.querySelector("h1")?.getClientRects().length > 0' },
      session,
    );
    return result.value === true;
  } catch (error) {
    // The page is not there yet, or was another one when it was asked.
    if (error instanceof Error && error.message.startsWith("Runtime.evaluate")) return false;
    throw error;
  }
}
