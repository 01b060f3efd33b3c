/**
 * The API says no: its own words, which go into the reply as `error` (one) or `errors` (several).
 * They name parameters, fields and row numbers, never a customer's values.
 */
export class Refusal extends Error {
  readonly messages: readonly string[];

  constructor(...messages: readonly string[]) {
    super(messages[0] ?? "refused");
    this.name = "Refusal";
    this.messages = messages;
  }
}
