/** What one attempt to send a batch came to, as far as the state machine cares. */
export type AttemptResult =
  | {
      readonly kind: "accepted";
      readonly created: number | null;
      readonly updated: number | null;
      /** The counts are about fewer customers than were sent. */
      readonly fewer?: Reason;
    }
  /** It was answered, and the answer contradicts itself: asking again would not help. */
  | { readonly kind: "doubtful"; readonly reason: Reason }
  /** The API said no, in its own words; or the address answered as no API does. */
  | { readonly kind: "rejected"; readonly reason: Reason }
  | { readonly kind: "credentials"; readonly reason: Reason }
  /** The server asked for patience: nothing was imported. */
  | {
      readonly kind: "try-later";
      readonly retryAfterMs: number | null;
      readonly reason: Reason;
    }
  /** Proven: nothing arrived. */
  | { readonly kind: "not-sent"; readonly reason: Reason }
  /** It may have arrived and nobody can tell. */
  | {
      readonly kind: "unclear";
      readonly reason: Reason;
      /** What a server in trouble asks for all the same. */
      readonly retryAfterMs?: number | null;
    }
  /** The batch itself cannot be sent (stored rows unreadable, rows that cannot be encoded). */
  | { readonly kind: "unsendable"; readonly reason: Reason };

/** Why: a code of errors.json, its parameters, the API's words where it said any. */
export interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly words: string | null;
  /** Technical, for the batch's log: no customer data, no secret. */
  readonly detail: string | null;
}

export function reasonOf(code: string, rest: Partial<Omit<Reason, "code">> = {}): Reason {
  return { code, params: {}, words: null, detail: null, ...rest };
}
