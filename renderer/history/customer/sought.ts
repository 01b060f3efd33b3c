export interface Sought {
  /** A code, card number or e-mail. */
  readonly customer: string;
  readonly connectionId: number | null;
}

let kept: Sought = { customer: "", connectionId: null };

/** Whom the person looked for last; kept only while the window is open, never in an address. */
export const sought = (): Sought => kept;

export function keepSought(next: Sought): void {
  kept = next;
}
