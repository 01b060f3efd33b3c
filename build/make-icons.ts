import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { launchBrowser } from "../test/window/browser/browser.ts";
import { encodeIcns, encodeIco } from "./icon-files.ts";

/**
 * `npm run icons`: draws renderer/icon.svg in every size that the platforms ask for. The files are
 * kept in the repository, so that a build needs no browser.
 */
const DIR = import.meta.dirname;
const SVG = readFileSync(join(DIR, "..", "renderer", "icon.svg"), "utf8");
const LINUX = [16, 32, 48, 64, 128, 256, 512];
const ICO = [16, 24, 32, 48, 64, 128, 256];
const ICNS = [16, 32, 64, 128, 256, 512, 1024];
/** macOS draws icons inside a margin of about a tenth. */
const MAC_MARGIN = 0.098;

async function draw(page: Page, size: number, margin = 0): Promise<Buffer> {
  const inner = Math.round(size * (1 - 2 * margin));
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0;display:grid;place-items:center;height:100vh;background:transparent}
     svg{width:${inner}px;height:${inner}px}</style>${SVG}`,
  );
  return page.screenshot({ omitBackground: true });
}

const browser = await launchBrowser();
try {
  const page = await browser.newPage();
  mkdirSync(join(DIR, "icons"), { recursive: true });
  for (const size of LINUX) {
    writeFileSync(join(DIR, "icons", `${size}x${size}.png`), await draw(page, size));
  }
  const ico: { size: number; png: Buffer }[] = [];
  for (const size of ICO) ico.push({ size, png: await draw(page, size) });
  writeFileSync(join(DIR, "icon.ico"), encodeIco(ico));
  const icns: { size: number; png: Buffer }[] = [];
  for (const size of ICNS) icns.push({ size, png: await draw(page, size, MAC_MARGIN) });
  writeFileSync(join(DIR, "icon.icns"), encodeIcns(icns));
} finally {
  await browser.close();
}
