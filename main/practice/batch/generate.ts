import { randomInt } from "node:crypto";
import { Refusal } from "../refusal.ts";

/** "our internally generated 16-digit unique id" */
const CODE_DIGITS = 16;
/** Draws after which a length of card numbers counts as used up. */
const MAX_DRAWS = 1000;

/** A customer id of the server's own: 16 digits, the first not 0, held by nobody. */
export function generateCode(taken: (code: string) => boolean): string {
  return draw(() => `${randomInt(1, 10)}${digits(CODE_DIGITS - 1)}`, taken, "customer id");
}

/** "random card numbers will be generated (all numeric, of the given length)", held by nobody. */
export function generateCardNumber(length: number, taken: (card: string) => boolean): string {
  return draw(() => digits(length), taken, `card number of ${length} digits`);
}

function draw(next: () => string, taken: (text: string) => boolean, what: string): string {
  for (let count = 0; count < MAX_DRAWS; count += 1) {
    const text = next();
    if (!taken(text)) return text;
  }
  throw new Refusal(`No free ${what} is left`);
}

function digits(count: number): string {
  return Array.from({ length: count }, () => randomInt(10)).join("");
}
