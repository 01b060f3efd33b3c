import { randomUUID } from "node:crypto";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { app } from "electron";
import type { Screen } from "../../../../preload/types/app.ts";
import { AppError } from "../../../common/errors.ts";

/** The window may still be opening its data. */
const LIMIT_MS = 5000;
const LOOK_EVERY_MS = 50;
const TOKEN = /^[0-9a-f-]{36}$/;

/** What a start wants of the window that is open already. */
export interface HandedOver {
  readonly files: readonly string[];
  readonly screen: Screen | null;
}

/**
 * Takes the lock of the one window, or hands over to the window that has it. Electron says no more
 * than that there is no lock, also where nobody has heard: where the lock could not be written, or
 * where the window is another session's or another computer's. So the window answers by a file.
 * @returns whether the lock is this start's
 * @throws AppError window-elsewhere
 */
export async function takeWindowLock(
  dataDir: string,
  asked: HandedOver,
  limitMs = LIMIT_MS,
): Promise<boolean> {
  const token = randomUUID();
  if (app.requestSingleInstanceLock({ ...asked, token })) return true;
  const answer = answerPath(dataDir, token);
  for (let waited = 0; !existsSync(answer); waited += LOOK_EVERY_MS) {
    if (waited >= limitMs) throw new AppError("window-elsewhere", { params: { folder: dataDir } });
    await wait(LOOK_EVERY_MS);
  }
  rmSync(answer, { force: true });
  return false;
}

/**
 * In the window: tells a later start that it was heard.
 * @param data as the start has handed it over; anybody of this account can
 */
export function acknowledge(dataDir: string, data: unknown): void {
  const token = (data as { readonly token?: unknown } | null)?.token;
  if (typeof token !== "string" || !TOKEN.test(token)) return;
  const answer = answerPath(dataDir, token);
  try {
    writeFileSync(answer, "", { mode: 0o600 });
  } catch (error) {
    process.stderr.write(`A later start could not be answered: ${String(error)}\n`);
  }
  // Where the other start has ended before it looked.
  setTimeout(() => rmSync(answer, { force: true }), 2 * LIMIT_MS).unref();
}

function answerPath(dataDir: string, token: string): string {
  return join(dataDir, `heard-${token}`);
}
