import type { Page } from "playwright-core";

/** Drags files or folders of this computer over the middle of the window, and lets them go. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  await drag(page, paths, ["dragEnter", "dragOver", "drop"]);
}

/** Drags them over the window and holds them there. */
export async function holdOver(page: Page, paths: readonly string[]): Promise<void> {
  await drag(page, paths, ["dragEnter", "dragOver"]);
}

async function drag(
  page: Page,
  paths: readonly string[],
  types: readonly ("dragEnter" | "dragOver" | "drop")[],
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 800 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of types) {
    await session.send("Input.dispatchDragEvent", { type, x: width / 2, y: height / 2, data });
  }
  await session.detach();
}

export interface Copied {
  readonly "text/plain": string;
  readonly "text/html"?: string;
}

/** Pastes what another program would have put on the clipboard, where the keyboard is. */
export async function paste(page: Page, copied: Copied): Promise<void> {
  await page.evaluate((flavours) => {
    const data = new DataTransfer();
    for (const [type, text] of Object.entries(flavours)) data.setData(type, text);
    const event = new ClipboardEvent("paste", {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
    });
    (document.activeElement ?? document.body).dispatchEvent(event);
  }, copied);
}
