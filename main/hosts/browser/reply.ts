import type { ServerResponse } from "node:http";
import { AppError } from "../../common/errors.ts";
import { BROWSER_HEADERS } from "../window/page-security.ts";

/** What is not the page itself may load and run nothing at all. */
const SEALED = "default-src 'none'; frame-ancestors 'none'; sandbox";

export function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    ...BROWSER_HEADERS,
    "Content-Security-Policy": SEALED,
    "Cache-Control": "no-store",
    "Content-Type": type,
    "Content-Length": Buffer.byteLength(body),
    ...headers,
  });
  response.end(body);
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, "application/json; charset=utf-8", JSON.stringify(value));
}

/** A refusal: data for the page's own code, a sentence for a person in front of a browser. */
export function refuse(
  response: ServerResponse,
  status: number,
  error: AppError,
  as: "answer" | "sentence",
): void {
  if (as === "answer") sendJson(response, status, { ok: false, error: error.toData() });
  else send(response, status, "text/plain; charset=utf-8", `${error.message}\n`);
}

/** An error with the HTTP status that fits it. */
export class HttpRefusal extends AppError {
  readonly status: number;

  constructor(
    status: number,
    code: string,
    params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code, { params });
    this.status = status;
  }
}
