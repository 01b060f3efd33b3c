import { readdirSync, realpathSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import type { Settings } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import {
  contentSecurityPolicy,
  makeNonce,
  NONCE_PLACEHOLDER,
  SECURITY_HEADERS,
} from "./page-security.ts";

const PAGE = "/index.html";
/** Stands in the built page, in an element that is data and no script. */
const SETTINGS_PLACEHOLDER = '"__OPENING_SETTINGS__"';
const SESSION_PLACEHOLDER = '"__SESSION__"';

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".json": "application/json",
};

export interface WindowFile {
  readonly headers: Readonly<Record<string, string>>;
  /**
   * The page in two pieces: what names its scripts and styles comes before the settings are known,
   * so that they are read meanwhile. It fails where the settings cannot be read.
   */
  readonly body: Uint8Array<ArrayBuffer> | AsyncIterable<Uint8Array<ArrayBuffer>>;
}

/** What a page in a browser needs to be answered; Electron's window has none. */
export interface PageSession {
  /** The session's key, for the one page that comes with the one-time address. */
  readonly key: string | null;
  /** Shown where the browser has no key. */
  readonly refusal: string;
}

/**
 * The built window's files. Only those that were there at the start can be asked for. The page
 * carries the settings of the moment, so that it need not ask before it draws.
 */
export interface WindowFiles {
  /** By URL path, `/` being the page; null for anything that is not a file of the window. */
  read(urlPath: string, session?: PageSession): Promise<WindowFile | null>;
  /** Reads the page and what it names, for a browser that still starts. Never rejects. */
  readAhead(): Promise<void>;
}

/** Where the page names its scripts and styles. */
const NAMED = /"\.(\/assets\/[^"]+)"/g;

/** @throws AppError window-not-built where the folder holds no page */
export function openWindowFiles(dir: string, settings: () => Promise<Settings>): WindowFiles {
  const known = listFiles(dir);
  if (!known.has(PAGE)) throw new AppError("window-not-built", { detail: dir });

  /** Each is handed out once: who asks again has it from the disk, and it takes no memory until then. */
  const ahead = new Map<string, Promise<Buffer<ArrayBuffer>>>();

  async function load(name: string): Promise<Buffer<ArrayBuffer> | null> {
    const path = known.get(name);
    if (path === undefined) return null;
    const body = ahead.get(name) ?? readFile(path);
    ahead.delete(name);
    return body;
  }

  /** Never rejects: whoever asks for the file hears why it cannot be read. */
  async function readAhead(name: string): Promise<void> {
    const path = known.get(name);
    if (path === undefined) return;
    const body = readFile(path);
    ahead.set(name, body);
    const text = await body.then(
      (bytes) => (name === PAGE ? String(bytes) : ""),
      () => "",
    );
    await Promise.all(Array.from(text.matchAll(NAMED), ([, named = ""]) => readAhead(named)));
  }

  return {
    async read(urlPath, session) {
      const name = urlPath === "/" ? PAGE : urlPath;
      const body = await load(name);
      if (body === null) return null;
      if (name !== PAGE) return asset(name, body);
      return page(body.toString("utf8"), settings, session ?? null);
    },
    readAhead: () => readAhead(PAGE),
  };
}

/**
 * URL path to file path; a closed list leaves nothing for `..` and its encodings to reach, nor for a
 * link that leads out of the folder.
 */
function listFiles(dir: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  try {
    const isInside = withinFolder(dir);
    for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !(extname(entry.name) in TYPES)) continue;
      if (!isInside(entry.parentPath)) continue;
      const path = join(entry.parentPath, entry.name);
      files.set(path.slice(dir.length).split(sep).join("/"), path);
    }
  } catch (cause) {
    throw new AppError("window-not-built", { detail: dir, cause });
  }
  return files;
}

/** Whether a folder that was found below `dir` truly lies there. */
function withinFolder(dir: string): (folder: string) => boolean {
  const root = realpathSync(dir);
  const known = new Map<string, boolean>();
  return (folder) => {
    const isInside =
      known.get(folder) ?? realpathSync(folder) === join(root, relative(dir, folder));
    known.set(folder, isInside);
    return isInside;
  };
}

function page(
  template: string,
  settings: () => Promise<Settings>,
  session: PageSession | null,
): WindowFile {
  const nonce = makeNonce();
  const text = template.replaceAll(NONCE_PLACEHOLDER, nonce);
  const known = Math.max(text.indexOf(SETTINGS_PLACEHOLDER), 0);
  async function* body() {
    yield Buffer.from(text.slice(0, known));
    const inPage = jsonInPage(await settings());
    yield Buffer.from(
      text
        .slice(known)
        .replace(SETTINGS_PLACEHOLDER, () => inPage)
        .replace(SESSION_PLACEHOLDER, () => jsonInPage(session)),
    );
  }
  return {
    headers: {
      ...SECURITY_HEADERS,
      "Content-Security-Policy": contentSecurityPolicy(nonce),
      "Content-Type": TYPES[".html"] ?? "",
      "Cache-Control": "no-store",
    },
    body: body(),
  };
}

/** Nothing in it can end the element that it stands in. */
function jsonInPage(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

function asset(name: string, body: Buffer<ArrayBuffer>): WindowFile {
  return {
    headers: {
      ...SECURITY_HEADERS,
      "Content-Security-Policy": contentSecurityPolicy(makeNonce()),
      "Content-Type": TYPES[extname(name)] ?? "application/octet-stream",
      // Names under /assets/ carry a hash of their content.
      "Cache-Control": name.startsWith("/assets/")
        ? "private, max-age=31536000, immutable"
        : "no-store",
    },
    body,
  };
}
