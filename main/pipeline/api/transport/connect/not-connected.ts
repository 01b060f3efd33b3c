import type { NotSentCause } from "../../../../common/host/transport.ts";

/** Why no connection stands. Thrown before anything of a request can have left. */
export class NotConnected extends Error {
  readonly reason: NotSentCause;
  /** Nobody has answered yet, so that another way may be tried. */
  readonly anotherWay: boolean;

  constructor(reason: NotSentCause, detail: string, anotherWay = false) {
    super(detail);
    this.reason = reason;
    this.anotherWay = anotherWay;
  }
}
