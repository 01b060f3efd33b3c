/** One POST of a form to the API. `body` is encoded already; times are milliseconds. */
export interface PostRequest {
  readonly url: string;
  readonly body: string | Buffer;
  readonly connectTimeoutMs: number;
  readonly replyTimeoutMs: number;
  /** Bytes of the reply that are kept at most; the rest is dropped and `cut` says so. */
  readonly maxReplyBytes: number;
  /**
   * Asked immediately before bytes of the request leave, as far as that can be known. false: no
   * more are written, and where none has left the outcome is "not-sent".
   */
  readonly mayWrite?: () => boolean;
  readonly signal?: AbortSignal;
}

/**
 * What happened to a POST. "not-sent" proves that nothing arrived (no network, DNS, refused, TLS,
 * connect timeout, proxy login); "maybe-sent" is every failure after the request may have arrived
 * (reset, reply timeout, connection closed in the middle of a reply).
 */
export type PostOutcome =
  | {
      readonly kind: "reply";
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array;
      readonly cut: boolean;
    }
  | { readonly kind: "not-sent"; readonly cause: NotSentCause; readonly detail: string }
  | {
      readonly kind: "maybe-sent";
      readonly cause: MaybeSentCause;
      readonly detail: string;
      /** What came of the reply before it broke off. */
      readonly partial?: { readonly status: number; readonly body: Uint8Array };
    };

export type MaybeSentCause = "reset" | "reply-timeout" | "cut-reply" | "aborted";

export type NotSentCause =
  | "offline"
  | "dns"
  | "refused"
  | "tls"
  | "connect-timeout"
  | "proxy-login"
  /** Not an https address (http only on this computer); nothing is sent to it. */
  | "bad-address"
  | "aborted";

/** Sends a POST; never throws, never follows a redirect, never skips TLS verification. */
export interface Transport {
  post(request: PostRequest): Promise<PostOutcome>;
}
