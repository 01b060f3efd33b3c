import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { BROWSER_HEADERS } from "../window/page-security.ts";
import { HttpRefusal } from "./reply.ts";

/** A file nobody fetched in this time is removed. */
const KEPT_MS = 10 * 60 * 1000;

/** Finished files that wait for the browser to fetch them, once. */
export interface Downloads {
  /** Takes the file over; gives the path of the page's origin where it is fetched. */
  add(path: string, fileName: string): string;
  /** @throws HttpRefusal 404 download-gone */
  send(id: string, response: ServerResponse): Promise<void>;
  close(): Promise<void>;
}

interface Waiting {
  readonly path: string;
  readonly fileName: string;
  readonly timer: NodeJS.Timeout;
}

export function createDownloads(): Downloads {
  const waiting = new Map<string, Waiting>();

  function take(id: string): Waiting | undefined {
    const found = waiting.get(id);
    if (found !== undefined) clearTimeout(found.timer);
    waiting.delete(id);
    return found;
  }

  async function drop(id: string): Promise<void> {
    const found = take(id);
    if (found !== undefined) await rm(found.path, { force: true });
  }

  return {
    add(path, fileName) {
      const id = randomBytes(24).toString("base64url");
      const timer = setTimeout(() => void drop(id), KEPT_MS).unref();
      waiting.set(id, { path, fileName, timer });
      return `/download/${id}`;
    },
    async send(id, response) {
      const found = take(id);
      if (found === undefined) throw new HttpRefusal(404, "download-gone");
      try {
        const { size } = await stat(found.path);
        response.writeHead(200, {
          ...BROWSER_HEADERS,
          "Content-Security-Policy": "default-src 'none'; sandbox",
          "Cache-Control": "no-store",
          "Content-Type": "application/octet-stream",
          "Content-Length": size,
          "Content-Disposition": disposition(found.fileName),
        });
        await pipeline(createReadStream(found.path), response);
      } finally {
        await rm(found.path, { force: true });
      }
    },
    async close() {
      for (const id of [...waiting.keys()]) await drop(id);
    },
  };
}

/** RFC 6266: the name in ASCII for old readers and in UTF-8 for all others. */
function disposition(given: string): string {
  // A half of a letter has no code in an address.
  const fileName = given.toWellFormed();
  const ascii = fileName.replaceAll(/[^\x20-\x7e]|["\\%]/g, "_");
  const utf8 = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${utf8}`;
}
