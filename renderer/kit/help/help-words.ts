/** The words that the guide explains, in the order in which its page has them in every language. */
export const HELP_WORDS = [
  "list",
  "field",
  "mapping",
  "problem",
  "connection",
  "campaign",
  "batch",
  "queue",
  "trial",
  "uncertain",
  "undo",
] as const;

export type HelpWord = (typeof HELP_WORDS)[number];
