import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { ROOT } from "../../../main/entries/start/root.ts";

const SHOTS = join(ROOT, "test", "screenshots");

/** Leaves a screenshot for people to look at; the README names the folder. */
export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  const path = join(SHOTS, `${name.replaceAll(/[^a-z0-9-]+/gi, "-")}.png`);
  await page.screenshot({ path, animations: "disabled" });
}
