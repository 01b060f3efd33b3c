import { EventEmitter } from "node:events";
import { request as httpRequest, type IncomingMessage, type RequestOptions } from "node:http";

interface NetOptions {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Names that Chromium gives to what Node names otherwise. */
const NET_NAMES: Readonly<Record<string, string>> = {
  ECONNREFUSED: "ERR_CONNECTION_REFUSED",
  ECONNRESET: "ERR_CONNECTION_RESET",
  ENOTFOUND: "ERR_NAME_NOT_RESOLVED",
};

/** Electron's ClientRequest over Node's: redirects are told and end there, as with "manual". */
class ClientRequest extends EventEmitter {
  readonly options: NetOptions;
  #sent: ReturnType<typeof httpRequest> | null = null;
  #aborted = false;
  constructor(options: NetOptions) {
    super();
    this.options = options;
  }
  end(body: Buffer): void {
    const { url, method, headers } = this.options;
    const how: RequestOptions = {
      method,
      headers: { ...headers, "content-length": body.length },
      agent: false,
    };
    this.#sent = httpRequest(url, how, (response) => this.#reply(response));
    this.#sent.on("error", (error: NodeJS.ErrnoException) => {
      if (this.#aborted) return;
      const name = NET_NAMES[error.code ?? ""] ?? "ERR_FAILED";
      this.emit("error", new Error(`net::${name}`));
    });
    this.#sent.end(body);
  }
  #reply(response: IncomingMessage): void {
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400) {
      this.emit("redirect", statusCode, "GET", headers.location ?? "", headers);
    } else this.emit("response", response);
  }
  getUploadProgress(): object {
    return { active: true, started: this.#sent?.writableFinished ?? false, current: 0, total: 0 };
  }
  abort(): void {
    this.#aborted = true;
    this.#sent?.destroy();
  }
}
export const net = { request: (options: NetOptions) => new ClientRequest(options) };
