/** Stands for the list on standard input. */
export const STDIN = "-";
